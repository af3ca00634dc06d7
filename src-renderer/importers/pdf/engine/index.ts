import type * as PdfJs from 'pdfjs-dist';
import { standInForDom } from './dom-stand-in';
import { canvasFactory, NoFilters } from './drawing-stand-in';
import type { PdfResources } from '../resources';

export interface OpenPdf {
  readonly document: PdfJs.PDFDocumentProxy;
  readonly operators: typeof PdfJs.OPS;
  /** Character maps that were asked for and not to be had. */
  readonly missingMaps: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Opens a PDF for reading its text. Throws what pdf.js throws: a `PasswordException`, an `InvalidPDFException`, … */
export async function openPdf(
  bytes: Uint8Array,
  password: string | undefined,
  resources: PdfResources,
): Promise<OpenPdf> {
  const pdfjs = await loadEngine();
  const missingMaps = new Set<string>();

  /** pdf.js's way out for files it would otherwise fetch; fonts are only needed for drawing. */
  class BinaryDataFactory {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const name = filename.replace(/\.bcmap$/, '');
      if (kind !== 'cMapUrl') throw new Error(`${filename} is not needed for text`);
      try {
        return await resources.characterMap(name);
      } catch (error) {
        missingMaps.add(name);
        throw error;
      }
    }
  }

  const task = pdfjs.getDocument({
    // A copy: pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    BinaryDataFactory,
    CanvasFactory: canvasFactory(resources.recogniser),
    FilterFactory: NoFilters,
    ...(resources.recogniser ? { wasmUrl: resources.recogniser.decoders } : {}),
    // Nothing is compiled and nothing is fetched: the content security policy would not allow it.
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    return { document, operators: pdfjs.OPS, missingMaps, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

/**
 * Loads pdf.js with its worker half in the same thread: importing that half makes it known to the other,
 * and this thread is a worker already. In a worker it also announces itself with a message, which the
 * pool ignores. The legacy build is the one that runs in Node as well.
 */
async function loadEngine(): Promise<typeof PdfJs> {
  standInForDom();
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
