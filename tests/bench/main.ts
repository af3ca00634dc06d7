import '../../src-renderer/ui/theme/base.css';
import { benchImport } from './import';
import { benchProfiles } from './profiles';
import { benchCoding, benchOpening } from './reading';
import type { Timings } from './timing';

declare global {
  interface Window {
    /** Called by build/bench.mjs, one at a time. */
    benches: Record<string, () => Promise<readonly Timings[]>>;
  }
}

window.benches = {
  import: async () => [await benchImport()],
  opening: async () => [await benchOpening()],
  coding: async () => [await benchCoding()],
  profiles: benchProfiles,
};
