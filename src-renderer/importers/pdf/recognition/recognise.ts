import { invariant } from '../../../domain/model/result';
import { joinWithoutSpace } from '../../html/run';
import type { PlacedDraft } from '../blocks';
import type { OpenPdf } from '../engine';
import { joinLines, wordsOf } from '../join';
import {
  MOST_PIXELS,
  POINTS_PER_INCH,
  RESOLUTION,
  type Canvas,
  type DrawingRecogniser,
  type PdfResources,
  type RecognisedPage,
  type Recogniser,
} from '../resources';
import { scanOf } from './scan';

export interface Recognised {
  readonly drafts: readonly PlacedDraft[];
  /** How sure the recogniser is of each page, 0–100. */
  readonly confidence: ReadonlyMap<number, number>;
  /** Pages that are not one picture, where nothing can draw them. */
  readonly notOnePicture: readonly number[];
}

/** Reads pages by their look, one after the other. Pages are 1-based. */
export async function recognisePages(
  numbers: readonly number[],
  languages: readonly string[],
  { document, operators }: OpenPdf,
  recogniser: Recogniser,
  onPage: PdfResources['onPage'],
): Promise<Recognised> {
  const found: { page: number; lines: readonly string[] }[] = [];
  const confidence = new Map<number, number>();
  const notOnePicture: number[] = [];
  for (const [i, number] of numbers.entries()) {
    onPage?.(i + 1, numbers.length);
    const page = await document.getPage(number);
    const read = await readPage(page, operators, languages, recogniser);
    if (!read) {
      notOnePicture.push(number);
      continue;
    }
    confidence.set(number, Math.round(read.confidence));
    for (const lines of wholeParagraphs(read.paragraphs)) found.push({ page: number, lines });
  }
  const words = wordsOf(found.flatMap(({ lines }) => lines));
  const drafts = found.map(({ page, lines }): PlacedDraft => {
    const { text } = joinLines(lines, words);
    return { draft: { kind: 'paragraph', level: 0, text, page }, lines: [], starts: [], place: 'text' };
  });
  return { drafts: drafts.filter(({ draft }) => draft.text !== ''), confidence, notOnePicture };
}

type Page = Awaited<ReturnType<OpenPdf['document']['getPage']>>;

async function readPage(
  page: Page,
  operators: OpenPdf['operators'],
  languages: readonly string[],
  recogniser: Recogniser,
): Promise<RecognisedPage | null> {
  if ('canvas' in recogniser) {
    const canvas = await draw(page, recogniser);
    page.cleanup();
    return recogniser.recognise(canvas, languages);
  }
  const scan = await scanOf(page, operators);
  page.cleanup();
  return scan && recogniser.recognise(scan, languages);
}

async function draw(page: Page, recogniser: DrawingRecogniser): Promise<Canvas> {
  const size = page.getViewport({ scale: 1 });
  const most = Math.sqrt(MOST_PIXELS / (size.width * size.height));
  const viewport = page.getViewport({ scale: Math.min(RESOLUTION / POINTS_PER_INCH, most) });
  const canvas = recogniser.canvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const canvasContext = canvas.getContext('2d');
  invariant(canvasContext, 'a canvas can be drawn on');
  // pdf.js knows canvases of documents only, and asks nothing of them that others have not.
  const target = { canvas, canvasContext, viewport } as unknown as Parameters<Page['render']>[0];
  await page.render(target).promise;
  return canvas;
}

/** The recogniser ends a paragraph too early now and then: one that begins with a small letter goes on. */
function wholeParagraphs(paragraphs: RecognisedPage['paragraphs']): string[][] {
  const whole: string[][] = [];
  for (const paragraph of paragraphs) {
    const lines = paragraph.map(withoutGaps).filter((line) => line !== '');
    const [first = ''] = lines;
    const last = whole.at(-1)?.at(-1) ?? '';
    if (/^\p{Lowercase}/u.test(first) && /[\p{Letter},;-]$/u.test(last)) whole.at(-1)?.push(...lines);
    else whole.push(lines);
  }
  return whole.filter((lines) => lines.length > 0);
}

/** The recogniser puts spaces between East Asian characters, which are written without. */
const withoutGaps = (line: string): string =>
  line
    .trim()
    .replace(/ +/g, (gap, at: number, all: string) =>
      joinWithoutSpace(all[at - 1], all[at + gap.length]) ? '' : ' ',
    );
