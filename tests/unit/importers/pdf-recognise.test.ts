import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src-renderer/importers';
import type { Canvas, RecognisedPage, Recogniser } from '../../../src-renderer/importers/pdf/resources';
import { column, makePdf, type PdfLine } from '../../fixtures/import/pdf';
import { installedMaps, outline } from './parse';

const foot: PdfLine = { text: 'Downloaded from the archive', x: 60, y: 20, size: 8 };
const bytes = makePdf({ pages: [[foot], [...column('The plan.'), foot], [foot]], pictures: [1, 3] });

/** Takes whatever is drawn for a page with a given text: nothing in Node can look at a picture. */
function reading(...pages: readonly RecognisedPage[]): Recogniser {
  const rest = [...pages];
  const known: Record<string, unknown> = {
    canvas: { width: 1, height: 1 },
    createImageData: (width: number, height: number) => ({ data: new Uint8ClampedArray(4 * width * height) }),
    getTransform: () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0, invertSelf: () => ({}) }),
  };
  const context: object = new Proxy(
    {},
    { get: (_, name) => known[String(name)] ?? (() => context), set: () => true },
  );
  return {
    decoders: 'file:///nowhere/',
    canvas: (width, height): Canvas => ({ width, height, getContext: () => context }),
    recognise: () => Promise.resolve(rest.shift() ?? { paragraphs: [], confidence: 0 }),
  };
}

async function read(recognise: readonly string[], recogniser?: Recogniser) {
  const steps: string[] = [];
  const onPage = (page: number, of: number) => steps.push(`${page}/${of}`);
  const resources = { ...installedMaps, onPage, ...(recogniser ? { recogniser } : {}) };
  const result = await parseDocument({ name: 'a.pdf', bytes }, { recognise }, resources);
  const [source] = result.ok ? result.value.sources : [];
  if (!source) throw new Error(result.ok ? 'no source' : result.error.detail);
  return { source, steps };
}

describe('pages without text', () => {
  it('get the text that is recognised on them, between their head and foot', async () => {
    const recogniser = reading(
      { paragraphs: [['The traf-', 'ficking of'], ['persons.'], ['']], confidence: 91.4 },
      { paragraphs: [['人 身 取', '引 は'], ['Annex 2']], confidence: 70 },
    );
    const { source, steps } = await read(['eng'], recogniser);
    expect(outline(source)).toEqual([
      'paragraph 0: The trafficking of persons.',
      'furniture 0: Downloaded from the archive',
      'paragraph 0: The plan.',
      'furniture 0: Downloaded from the archive',
      'paragraph 0: 人身取引は',
      'paragraph 0: Annex 2',
      'furniture 0: Downloaded from the archive',
    ]);
    expect(steps).toEqual(['1/2', '2/2']);
    expect(source.fields).toEqual([{ name: 'OCR confidence', value: '1: 91, 3: 70' }]);
    expect(source.warnings[0]).toEqual({
      key: 'pages-recognised',
      params: { count: 2, pages: '1, 3', mean: 81, lowest: 70 },
    });
  });

  it('are told of where nothing can draw them', async () => {
    const { source, steps } = await read(['eng']);
    expect(steps).toEqual([]);
    expect(source.warnings.map(({ key }) => key)).toEqual([
      'pages-without-text',
      'recognition-unavailable',
      'running-heads-set-apart',
    ]);
  });

  it('come to no source where there are no others, unless something is recognised on them', async () => {
    const picture = makePdf({ pages: [[]], pictures: [1] });
    expect(await parseDocument({ name: 'a.pdf', bytes: picture })).toMatchObject({
      ok: true,
      value: { sources: [], pagesWithoutText: [1], warnings: [{ key: 'pages-without-text' }] },
    });
    const blank = makePdf({ pages: [[]] });
    expect(await parseDocument({ name: 'a.pdf', bytes: blank })).toMatchObject({
      ok: false,
      error: { kind: 'no-text' },
    });
    const resources = { ...installedMaps, recogniser: reading({ paragraphs: [], confidence: 0 }) };
    expect(
      await parseDocument({ name: 'a.pdf', bytes: picture }, { recognise: ['eng'] }, resources),
    ).toMatchObject({ ok: false, error: { kind: 'no-text' } });
  });

  it('are left alone unless it is asked for', async () => {
    const { source } = await read([], reading());
    expect(source.warnings.map(({ key }) => key)).toEqual(['pages-without-text', 'running-heads-set-apart']);
  });
});
