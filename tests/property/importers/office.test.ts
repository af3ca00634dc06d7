import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { checkCanonical } from '../../../src-renderer/domain/text/canonical';
import { parseDocument } from '../../../src-renderer/importers';
import { docxOf } from '../../fixtures/import/docx-model';
import { rtfOf } from '../../fixtures/import/rtf-model';
import { epubOf } from '../../fixtures/import/epub-model';
import { pageOf } from '../../fixtures/import/html-model';
import { odtOf } from '../../fixtures/import/odt-model';
import { documents, expectedOf, streamsOf, type Node, type Run } from '../../fixtures/import/office-model';
import { damaged, FUZZ_TIMEOUT, fuzz, type Damage } from './damage';

const RUNS = 100;

vi.setConfig({ testTimeout: FUZZ_TIMEOUT });

interface Format {
  readonly name: string;
  readonly write: (nodes: readonly Node[]) => Uint8Array;
  readonly runs: readonly Run['type'][];
}

const all = ['text', 'inserted', 'deleted', 'hidden', 'note', 'box'] as const;
const formats: readonly Format[] = [
  { name: 'a.docx', write: docxOf, runs: all },
  { name: 'a.odt', write: odtOf, runs: all },
  { name: 'a.rtf', write: rtfOf, runs: all },
  { name: 'a.epub', write: epubOf, runs: ['text'] },
  { name: 'a.html', write: pageOf, runs: ['text'] },
];

const sample: readonly Node[] = [
  { type: 'heading', runs: [{ type: 'text', text: 'Act on trafficking' }] },
  {
    type: 'paragraph',
    runs: [
      { type: 'text', text: 'Victims 人身取引' },
      { type: 'deleted', text: 'are' },
      { type: 'note', body: [{ type: 'paragraph', runs: [{ type: 'text', text: 'Of 2021.' }] }] },
      { type: 'box', body: [{ type: 'item', runs: [{ type: 'hidden', text: 'aside' }] }] },
    ],
  },
  {
    type: 'table',
    rows: [
      [
        [{ type: 'paragraph', runs: [{ type: 'text', text: 'x' }] }],
        [{ type: 'item', runs: [{ type: 'text', text: 'y' }] }],
      ],
    ],
  },
];

describe.each(formats)('$name', ({ name, write, runs }) => {
  it('has every character of its text once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ runs }), async (nodes) => {
        const expected = expectedOf(nodes);
        const result = await parseDocument({ name, bytes: write(nodes) });
        if (Object.values(expected).every((stream) => stream === '')) {
          expect(result).toMatchObject({ ok: false, error: { kind: 'no-text' } });
          return;
        }
        if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
        const [source] = result.value.sources;
        if (!source) throw new Error('no source');
        expect(streamsOf(checkCanonical(source))).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  it('damaged anywhere is read or fails with a reason, in time and in little memory', async () => {
    const whole = write(sample);
    await fuzz(name, whole, (steps) =>
      steps.length % 2 === 0 ? damaged(whole, steps) : damagedInside(whole, steps),
    );
  });
});

/** Damages the text of a packed document, not its packing: else checksums find all of it. */
function damagedInside(whole: Uint8Array, steps: Damage): Uint8Array {
  if (whole[0] !== 0x50) return damaged(whole, steps);
  const files = unzipSync(whole);
  const [name] = Object.keys(files).filter((path) => /content\.xml$|document\.xml$|chapter/.test(path));
  const part = name === undefined ? undefined : files[name];
  if (name === undefined || !part) throw new Error('nothing to damage');
  // In whole elements, or next to nothing would be well-formed any more.
  const pieces = new TextDecoder().decode(part).split(/(?=<)/);
  for (const { how, at, byte, length } of steps) {
    const place = Math.floor(at * pieces.length);
    const other = pieces[(byte * 64 + length) % Math.max(1, pieces.length)] ?? '';
    if (how === 'set') pieces[place] = other;
    else if (how === 'repeat' || how === 'move') pieces.splice(place, 0, other);
    else pieces.splice(place, 2);
  }
  return zipSync({ ...files, [name]: new TextEncoder().encode(balanced(pieces)) }, { level: 0 });
}

/** Closes what was left open and leaves out what closes nothing. */
function balanced(pieces: readonly string[]): string {
  const open: string[] = [];
  let text = '';
  for (const piece of pieces) {
    const [, closing, name = '', empty] = /^<(\/?)([\w:.-]+)[^>]*?(\/?)>/.exec(piece) ?? [];
    if (closing === '/') {
      const at = open.lastIndexOf(name);
      if (at < 1 && name !== open[0]) continue;
      while (open.length > at + 1) text += `</${open.pop()}>`;
      open.pop();
    } else if (name !== '' && empty !== '/') open.push(name);
    text += open.length > 0 || text.length < 100 || closing === '/' ? piece : '';
  }
  while (open.length > 0) text += `</${open.pop()}>`;
  return text;
}
