import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect } from 'vitest';
import { checkCanonical } from '../../../src-renderer/domain/text/canonical';
import { parseDocument } from '../../../src-renderer/importers';

/** Damaged files of each kind: ten thousand on demand; by default as many as a run of all tests has time for. */
export const FUZZED = Number(process.env['PARALLAX_FUZZ_RUNS'] ?? 60);
/** The same files each time, unless other ones are asked for. */
export const fuzzing = { numRuns: FUZZED, seed: Number(process.env['PARALLAX_FUZZ_SEED'] ?? 20_260_101) };
/** A run of damaged files may take this long, in milliseconds. */
export const FUZZ_TIMEOUT = 120_000 + 100 * FUZZED;

/** Of one file of some kilobytes on a busy machine, in milliseconds. */
const LONGEST = 10_000;
/** No file of some kilobytes is to come to more, in characters of its texts or bytes of its members. */
const LARGEST_RESULT = 4 * 1024 * 1024;
/** What may be held on to after thousands of files: caches of modules, and noise. In bytes. */
const MOST_KEPT = 64 * 1024 * 1024;
/** What an importer that met the unexpected says, instead of finding out what is wrong with the file. */
const SURPRISE =
  /Broken invariant|Cannot (read|set|destructure)|is not (a function|iterable|defined)|call stack|Invalid (array|string) length/;

const BROKEN = /Broken invariant/;

/** Changes bytes, cuts, repeats, moves and leaves out pieces. */
export const damage = fc.array(
  fc.record({
    how: fc.constantFrom('set', 'cut', 'repeat', 'drop', 'move'),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    length: fc.nat(64),
    byte: fc.oneof(
      fc.nat(255),
      fc.constantFrom(...new TextEncoder().encode('"{}[]()<>/\\,;:=-#*|%&\n\r\t 09')),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

export type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

/** In: the bytes of a file and how it is damaged. Out: the damaged file, at most some hundred bytes longer. */
export function damaged(bytes: Uint8Array, steps: Damage): Uint8Array<ArrayBuffer> {
  let list = [...bytes];
  for (const { how, at, length, byte } of steps) {
    const place = Math.floor(at * list.length);
    if (how === 'set') list[place] = byte;
    else if (how === 'cut') list = list.slice(0, place);
    else if (how === 'repeat') list.splice(place, 0, ...list.slice(place, place + length));
    else {
      const taken = list.splice(place, length);
      if (how === 'move') list.splice(byte % (list.length + 1), 0, ...taken);
    }
  }
  return Uint8Array.from(list);
}

/** Reads a damaged file, and holds the importer to a time, a size of what it makes, and a reason if it fails. */
async function staysInBounds(name: string, bytes: Uint8Array, surprise: RegExp): Promise<void> {
  const started = performance.now();
  const result = await parseDocument({ name, bytes });
  expect(performance.now() - started).toBeLessThan(LONGEST);
  if (!result.ok) {
    expect(result.error.detail).not.toMatch(surprise);
    return;
  }
  const { sources, members } = result.value;
  sources.forEach(checkCanonical);
  const size =
    sources.reduce((sum, { text }) => sum + text.length, 0) +
    members.reduce((sum, member) => sum + member.bytes.length, 0);
  expect(size).toBeLessThan(LARGEST_RESULT);
}

/** Reads many damaged files of one kind; afterwards, next to nothing of them is still in memory. */
export async function fuzz(
  name: string,
  whole: Uint8Array,
  damagedFile: (steps: Damage) => Uint8Array = (steps) => damaged(whole, steps),
): Promise<void> {
  // An importer that does not read the whole file would be held to nothing.
  expect(await parseDocument({ name, bytes: whole })).toMatchObject({ ok: true });
  const before = memoryUsed();
  // The library that reads workbooks is surprised by most damage; what it throws is caught around it.
  const surprise = name.endsWith('.xlsx') ? BROKEN : SURPRISE;
  const called = fc.constantFrom(name, name, name, 'a');
  await fc.assert(
    fc.asyncProperty(damage, called, (steps, other) => staysInBounds(other, damagedFile(steps), surprise)),
    fuzzing,
  );
  expect(memoryUsed() - before).toBeLessThan(MOST_KEPT);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use that are still needed. */
function memoryUsed(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
