import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src-main/cli/program';

/** Two articles of three paragraphs each, as Alceste's corpora mark them. */
const corpus = `**** *source_asahi *date_2009
First headline.

One.

Two.

**** *source_asahi *date_2010
Second headline.

Three.

Four.
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-boundaries-'));
  await writeFile(join(folder, 'corpus.txt'), corpus);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What would come in: the characters of each source; or why nothing does. */
async function preview(...args: readonly string[]) {
  let [out, notes] = ['', ''];
  const streams = {
    result: (text: string) => {
      out += text;
      return Promise.resolve();
    },
    note: (text: string) => {
      notes += text;
    },
    isTerminal: false,
  };
  const code = await runProgram(['import', join(folder, 'corpus.txt'), '--preview', ...args], streams);
  if (code !== 0) return { code, notes };
  const sources = JSON.parse(out) as readonly { readonly characters: number }[];
  return sources.map(({ characters }) => characters);
}

const length = (...paragraphs: readonly string[]) => paragraphs.join('\n\n').length;

describe('the boundaries of articles on the command line', () => {
  it('stand where the file says', async () => {
    expect(await preview()).toEqual([
      length('First headline.', 'One.', 'Two.'),
      length('Second headline.', 'Three.', 'Four.'),
    ]);
  });
  it('are moved in both directions', async () => {
    expect(await preview('--move', '2:1')).toEqual([
      length('First headline.', 'One.', 'Two.', 'Second headline.'),
      length('Three.', 'Four.'),
    ]);
    expect(await preview('--move', '2:-2')).toEqual([
      length('First headline.'),
      length('One.', 'Two.', 'Second headline.', 'Three.', 'Four.'),
    ]);
  });
  it('part a source, also in several places', async () => {
    expect(await preview('--part', '1:1', '--part', '1:2')).toEqual([
      length('First headline.'),
      length('One.'),
      length('Two.'),
      length('Second headline.', 'Three.', 'Four.'),
    ]);
  });
  it('are refused where one side would be empty, or the words are no numbers', async () => {
    expect(await preview('--move', '1:1')).toMatchObject({ code: 2 });
    expect(await preview('--part', '2:3')).toMatchObject({ code: 2 });
    expect(await preview('--part', 'two')).toEqual({ code: 2, notes: expect.stringContaining('3:2') });
  });
});
