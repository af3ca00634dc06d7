import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheets } from './open-sample';

/**
 * The documents are written in the project's own words: no run of words of a real one may stand in them.
 * Always compared with sentences of United States reports, which are free to use, and with the folder of
 * real documents beside the repository where there is one.
 */
const PUBLIC_SENTENCES = [
  'The DPRK holds an estimated 80,000 to 120,000 prisoners in political prison camps and an unknown number of persons in other forms of detention facilities',
  'By some estimates, there had been at least 320 facilities where detained individuals worked in factories or mines, built roads, and made bricks.',
  'is a source, destination, and transit country for men, women, and children subjected to forced labor and sex trafficking',
];
const folder = resolve(import.meta.dirname, '../../../../shared/inputs/documents');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(txt|md|json)$/.test(name)) : [];
const real = [...PUBLIC_SENTENCES, ...files.map((name) => readFileSync(join(folder, name), 'utf8'))];

/** Letters and digits in a run; about seven English words, or a clause of Japanese. */
const LATIN = 38;
const CJK = 16;

function* runsOf(text: string): Generator<string> {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  for (let i = 0; i < letters.length; i++) {
    const short = letters.slice(i, i + CJK);
    const run = /[a-z]/.test(short) ? letters.slice(i, i + LATIN) : short;
    if (run.length >= (run === short ? CJK : LATIN)) yield run;
  }
}

const known = new Set(real.flatMap((text) => [...runsOf(text)]));
const copiedIn = (text: string) => [...runsOf(text)].filter((run) => known.has(run));

describe('originality', () => {
  it.each(sheets.documents.map(({ path, text }) => [path, text]))('%s copies nothing', (_, text) => {
    expect(copiedIn(text)).toEqual([]);
  });

  it('would notice a copy', () => {
    expect(copiedIn(`It is said that ${PUBLIC_SENTENCES[0]!.slice(0, 60)} and so on.`)).not.toEqual([]);
  });
});
