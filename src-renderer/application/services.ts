import type { Stamp } from '../domain/model/ids';
import type { AnalysisPort } from './ports/analysis';
import type { ExchangePort } from './ports/exchange';
import type { ParserPort } from './ports/parser';
import type { PlatformPort } from './ports/platform';
import type { StoragePort } from './ports/storage';

/** What the composition root hands to the window. */
export interface Services {
  readonly storage: StoragePort;
  readonly platform: PlatformPort;
  readonly parser: ParserPort;
  readonly exchange: ExchangePort;
  readonly analysis: AnalysisPort;
  readonly stamp: Stamp;
  /** Data shipped with the product, still unchecked; read only when a project is made. */
  readonly resources: {
    readonly codebook: () => Promise<unknown>;
    readonly sample: () => Promise<unknown>;
  };
}
