import '../../src-renderer/ui/theme/base.css';
import { benchAgreement } from './agreement';
import { benchExchange } from './exchange';
import { benchFormats } from './formats';
import { benchImport } from './import';
import { benchProfiles } from './profiles';
import { benchCoding, benchOpening } from './reading';
import type { Figures } from './timing';

declare global {
  interface Window {
    /** Called by build/bench.mjs, one at a time. */
    benches: Record<string, () => Promise<readonly Figures[]>>;
  }
}

window.benches = {
  import: benchImport,
  formats: benchFormats,
  opening: benchOpening,
  coding: benchCoding,
  profiles: benchProfiles,
  exchange: benchExchange,
  agreement: benchAgreement,
};
