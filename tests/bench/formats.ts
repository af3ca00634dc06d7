import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { ImportDesk } from '../../src-renderer/application/import/import-desk';
import type { InputFile } from '../../src-renderer/application/ports/platform';
import { ProjectSession } from '../../src-renderer/application/session';
import { openPdf } from '../../src-renderer/importers/pdf/engine';
import { noResources } from '../../src-renderer/importers/pdf/resources';
import { createParserPool } from '../../src-renderer/workers/parser-pool';
import { makeDocx, paragraph } from '../fixtures/import/docx';
import { column, makePdf } from '../fixtures/import/pdf';
import { seeded } from '../generator/random';
import { makeText, textLanguages } from '../generator/texts';
import { MemoryStorage } from '../support/memory-storage';
import { makeStamp, seedProject } from '../support/project';
import { compete, quiet, type Figures, type Measure } from './timing';

const DOCUMENTS = 50;
const CHARACTERS = 90_000;
const TEXTS = 1_000;
const LINES_ON_PAGE = 45;
/** Fifty frames in a second, in milliseconds from one to the next. */
const FRAME_LIMIT = 20;

/** Reading for the preview, worker pool included, beside the library that does most of the work alone. */
export async function benchFormats(): Promise<readonly Figures[]> {
  const random = seeded(4);
  const english = () => makeText('en', CHARACTERS, random);
  const pdfs = Array.from({ length: DOCUMENTS }, () => asPdf(english()));
  const words = Array.from({ length: DOCUMENTS }, () =>
    makeDocx({
      body: english()
        .split(/\n+/)
        .map((text) => paragraph(text))
        .join(''),
    }),
  );
  const texts = Array.from({ length: TEXTS }, (_, i) => {
    const language = textLanguages[i % textLanguages.length] ?? 'en';
    return new TextEncoder().encode(makeText(language, 86_000 / (language === 'en' ? 1 : 2.7), random));
  });
  return [
    ...(await benchReading(
      `read ${DOCUMENTS} PDFs of 90,000 characters`,
      'pdf',
      pdfs,
      'pdf.js alone, in the window',
      pdfAlone,
    )),
    ...(await benchReading(
      `read ${DOCUMENTS} DOCX of 90,000 characters`,
      'docx',
      words,
      'unzip and parse the XML alone, in the window',
      docxAlone,
    )),
    ...(await benchReading(
      `read ${TEXTS} TXT, 86 MB`,
      'txt',
      texts,
      'decode alone, in the window',
      textAlone,
    )),
  ];
}

async function benchReading(
  name: string,
  ending: string,
  documents: readonly Uint8Array<ArrayBuffer>[],
  baselineName: string,
  alone: (bytes: Uint8Array<ArrayBuffer>) => unknown,
): Promise<readonly Figures[]> {
  const parser = createParserPool();
  const files = documents.map((bytes, i): InputFile => ({
    name: `${i}.${ending}`,
    path: `${i}.${ending}`,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes.slice()),
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  }));
  const intervals: number[] = [];
  const ours = async (measure: Measure) => {
    const session = await emptySession();
    const desk = new ImportDesk(session, { parser });
    await quiet();
    const frames = countFrames();
    const taken = await measure(() => desk.start(files));
    intervals.push(frames());
    if (desk.progress?.sources.length !== documents.length) throw new Error('Not every document was read.');
    await session.close();
    return taken;
  };
  const figures = await compete({
    name,
    limit: 'none set',
    baselineName,
    runs: 3,
    ours,
    baseline: async (measure) => {
      await quiet();
      return measure(async () => {
        for (const bytes of documents) await alone(bytes);
      });
    },
  });
  parser.close();
  const frames: Figures = {
    name: `${name}: from one frame to the next (limit ${FRAME_LIMIT} ms)`,
    unit: 'ms',
    baselineName: 'fifty frames in a second',
    runs: intervals.slice(1),
    baseline: intervals.slice(1).map(() => FRAME_LIMIT),
  };
  return [...figures, frames];
}

async function emptySession(): Promise<ProjectSession> {
  const storage = new MemoryStorage();
  await seedProject(storage);
  const opened = await storage.openProject('project');
  if (!opened.ok) throw new Error(opened.error.kind);
  return ProjectSession.open(opened.value, makeStamp());
}

/** Counts frames until it is asked. Out: the mean time from one to the next, in milliseconds. */
function countFrames(): () => number {
  const begun = performance.now();
  let frames = 0;
  let isOver = false;
  const tick = () => {
    frames += 1;
    if (!isOver) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  return () => {
    isOver = true;
    return (performance.now() - begun) / Math.max(1, frames);
  };
}

function asPdf(text: string): Uint8Array<ArrayBuffer> {
  const lines = column(text.replace(/[^\x20-\x7e]+/g, ' '));
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_ON_PAGE) }, (_, page) =>
    lines
      .slice(page * LINES_ON_PAGE, (page + 1) * LINES_ON_PAGE)
      .map((line, i) => ({ ...line, y: 760 - i * 15.4 })),
  );
  return makePdf({ pages });
}

async function pdfAlone(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const pdf = await openPdf(bytes, undefined, noResources);
  for (let page = 1; page <= pdf.document.numPages; page++)
    await (await pdf.document.getPage(page)).getTextContent();
  await pdf.close();
}

function docxAlone(bytes: Uint8Array<ArrayBuffer>): number {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  let length = 0;
  const parser = new SaxesParser();
  parser.on('text', (text) => (length += text.length));
  parser.write(xml).close();
  return length;
}

const textAlone = (bytes: Uint8Array<ArrayBuffer>): number => new TextDecoder().decode(bytes).length;
