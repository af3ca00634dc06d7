import { useState } from 'react';

export interface Entry {
  readonly text: string;
  /** Why the text could not be taken, until it is typed over. */
  readonly why: string | undefined;
  readonly type: (text: string) => void;
  /** Notes what became of taking the text: why not, or undefined for taken. */
  readonly settle: (why: string | undefined) => void;
}

/**
 * What is being typed into a field. It begins anew when the value of the field changes, and when the
 * field comes to describe other sources: nothing half-typed moves on to them.
 */
export function useEntry(value: string, owner: string): Entry {
  const fresh = { value, owner, text: value, why: undefined as string | undefined };
  const [kept, keep] = useState(fresh);
  const isFresh = kept.value !== value || kept.owner !== owner;
  if (isFresh) keep(fresh);
  const entry = isFresh ? fresh : kept;
  return {
    text: entry.text,
    why: entry.why,
    type: (text) => keep({ ...fresh, text }),
    settle: (why) => keep(why === undefined ? fresh : { ...entry, why }),
  };
}
