import type { Message } from './message';
import { fail, type Result } from './result';

/** Why a use case did nothing: strings under `change.failure.<kind>` say it to the person. */
export interface Refusal<Kind extends string> {
  readonly kind: Kind;
  readonly params: Message['params'];
}

/** Refuses. In: the kind and what its sentence needs to name. Out: a failed Result that carries both. */
export const refuse = <Kind extends string>(
  kind: Kind,
  params: Message['params'] = {},
): Result<never, Refusal<Kind>> => fail({ kind, params });
