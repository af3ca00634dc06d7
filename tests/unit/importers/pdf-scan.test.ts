import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src-renderer/importers';
import type { Scan, ScanRecogniser } from '../../../src-renderer/importers/pdf/resources';
import { inGrey } from '../../../src-renderer/importers/pdf/recognition/pixels';
import { makePdf } from '../../fixtures/import/pdf';
import { inBits, makeScanPdf, type ScanPage } from '../../fixtures/import/scan-pdf';
import { installedMaps } from './parse';

// A letter that looks different however it is turned or mirrored: ink is #.
const letter = ['#####...', '#.......', '###.....', '#.......', '#......#'];
const width = 8;
const height = letter.length;
const grey = Uint8Array.from(letter.join(''), (mark) => (mark === '#' ? 0 : 255));
const tripled = Uint8Array.from({ length: 3 * grey.length }, (_, i) => grey[Math.floor(i / 3)]!);
const size = [80, 50] as const;
const page = { width, height, size, samples: inBits(grey, width), kind: 'bits' } as const;

const seen = ({ width, pixels }: Scan): string[] => {
  const marks = [...pixels].map((light) => (light < 64 ? '#' : light > 191 ? '.' : '?')).join('');
  return marks.match(new RegExp(`.{${width}}`, 'g')) ?? [];
};

/** What the recogniser is shown of each page, and what is said of them. */
async function scansIn(bytes: Uint8Array<ArrayBuffer>) {
  const scans: Scan[] = [];
  const recogniser: ScanRecogniser = {
    decoders: 'file:///nowhere/',
    recognise: (scan) => {
      scans.push(scan);
      return Promise.resolve({ paragraphs: [[`Page ${scans.length}`]], confidence: 90 });
    },
  };
  const result = await parseDocument(
    { name: 'scan.pdf', bytes },
    { recognise: ['eng'] },
    { ...installedMaps, recogniser },
  );
  if (!result.ok) throw new Error(result.error.detail);
  const { sources, warnings } = result.value;
  const messages = [...warnings, ...sources.flatMap((source) => source.warnings)];
  return { scans, messages, text: sources[0]?.text };
}

const turnedBy = async (changes: Partial<ScanPage>) => {
  const { scans } = await scansIn(makeScanPdf([{ ...page, ...changes }]));
  return scans.map(seen)[0];
};
const clockwise = (rows: readonly string[]): string[] =>
  [...rows[0]!].map((_, x) =>
    rows
      .map((row) => row[x])
      .reverse()
      .join(''),
  );
const mirrored = (rows: readonly string[]): string[] => rows.map((row) => [...row].reverse().join(''));

describe('a page that is one picture', () => {
  it.each<ScanPage>([
    page,
    { ...page, kind: 'stencil' },
    { ...page, kind: 'grey', samples: grey },
    { ...page, kind: 'rgb', samples: tripled },
  ])('is shown as the scanner saw it, from $kind', async (made) => {
    const { scans, text } = await scansIn(makeScanPdf([made]));
    expect(scans.map(seen)).toEqual([letter]);
    // Eight pixels on 80 points of 72 to the inch.
    expect(scans[0]?.resolution).toBe(7);
    expect(text).toBe('Page 1');
  });

  it('is turned as the page is', async () => {
    expect(await turnedBy({ rotate: 90 })).toEqual(clockwise(letter));
    expect(await turnedBy({ rotate: 180 })).toEqual(clockwise(clockwise(letter)));
    expect(await turnedBy({ rotate: 270 })).toEqual(clockwise(clockwise(clockwise(letter))));
  });

  it('is turned and mirrored as it is laid on the page', async () => {
    expect(await turnedBy({ draw: 'q -80 0 0 50 80 0 cm /P Do Q' })).toEqual(mirrored(letter));
    const lying = { size: [50, 80], draw: 'q 0 -80 50 0 0 80 cm /P Do Q' } as const;
    expect(await turnedBy(lying)).toEqual(clockwise(letter));
    expect(await turnedBy({ ...lying, rotate: 270 })).toEqual(letter);
    // One scale inside another, as printers write it.
    expect(await turnedBy({ draw: 'q 10 0 0 10 0 0 cm q 8 0 0 5 0 0 cm /P Do Q Q' })).toEqual(letter);
  });

  it('is made smaller where its resolution is higher than letters need', async () => {
    const { scans } = await scansIn(makeScanPdf([{ ...page, size: [0.96, 0.6] }]));
    expect(scans[0]).toMatchObject({ width: 4, height: 3, resolution: 300 });
  });
});

describe('a page that is not one picture', () => {
  it('is named, and its neighbours are read', async () => {
    const pages: ScanPage[] = [
      { ...page, draw: 'q 80 0 0 25 0 0 cm /P Do Q q 80 0 0 25 0 25 cm /P Do Q' },
      page,
      { ...page, draw: 'q 40 0 0 25 0 0 cm /P Do Q' },
      { ...page, draw: 'q 60 40 -40 60 0 0 cm /P Do Q' },
      { ...page, draw: `q 80 0 0 50 0 0 cm /P Do Q ${'0 0 m 9 9 l S '.repeat(60)}` },
    ];
    const { scans, messages, text } = await scansIn(makeScanPdf(pages));
    expect(scans.map(seen)).toEqual([letter]);
    expect(text).toBe('Page 1');
    expect(messages.map(({ key, params }) => [key, params['pages']])).toEqual([
      ['pages-not-one-picture', '1, 3–5'],
      ['pages-recognised', '2'],
    ]);
  });

  it('comes to no source where there are no others', async () => {
    const { scans, messages, text } = await scansIn(makePdf({ pages: [[]], pictures: [1] }));
    expect(scans).toEqual([]);
    expect(text).toBeUndefined();
    expect(messages).toEqual([{ key: 'pages-not-one-picture', params: { count: 1, pages: '1' } }]);
  });
});

describe('grey', () => {
  it('lays what is transparent on white, weighs colours and takes means', () => {
    const data = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 255, 255, 255, 255, 255]);
    const picture = { width: 4, height: 1, kind: 3, data };
    expect([...(inGrey(picture, 1)?.pixels ?? [])]).toEqual([255, 0, 149, 255]);
    expect([...(inGrey(picture, 3)?.pixels ?? [])]).toEqual([134, 255]);
  });

  it('is not made of too few data, or of a kind that is not known', () => {
    expect(inGrey({ width: 9, height: 2, kind: 1, data: new Uint8Array(3) }, 1)).toBeNull();
    expect(inGrey({ width: 1, height: 1, kind: 2, data: new Uint8Array(2) }, 1)).toBeNull();
    expect(inGrey({ width: 1, height: 1, kind: 9, data: new Uint8Array(9) }, 1)).toBeNull();
  });
});
