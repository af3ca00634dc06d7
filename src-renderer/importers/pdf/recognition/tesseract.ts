import type { ImageLike, Worker as Tesseract, WorkerOptions } from 'tesseract.js';
import type { RecognisedPage } from '../resources';

/** Reads pictures with Tesseract, which has a worker of its own. */
export interface Reader {
  /** In: a picture in a format of files, its dots per inch, and the languages, the main one first. */
  read(image: ImageLike, resolution: number, languages: readonly string[]): Promise<RecognisedPage>;
  /** Ends the worker, if there is one. */
  close(): Promise<void>;
}

/** In: where Tesseract's worker, its core and its data are. */
export function tesseractReader(places: Partial<WorkerOptions>): Reader {
  let current: { readonly languages: string; readonly tesseract: Promise<Tesseract> } | undefined;

  /** Loading a language takes longer than reading a page with it. */
  async function tesseractFor(languages: readonly string[]): Promise<Tesseract> {
    const key = languages.join('+');
    if (current?.languages !== key) {
      const before = current?.tesseract;
      current = { languages: key, tesseract: start(languages, places) };
      await (await before)?.terminate();
    }
    try {
      return await current.tesseract;
    } catch (error) {
      current = undefined;
      throw error;
    }
  }

  return {
    async read(image, resolution, languages) {
      const tesseract = await tesseractFor(languages);
      // Tesseract would guess it from the picture and complain about that.
      await tesseract.setParameters({ user_defined_dpi: String(resolution) });
      const { data } = await tesseract.recognize(image, {}, { text: false, blocks: true });
      const paragraphs = (data.blocks ?? []).flatMap((block) =>
        block.paragraphs.map(({ lines }) => lines.map(({ text }) => text)),
      );
      return { paragraphs, confidence: data.confidence };
    },
    async close() {
      const last = current?.tesseract;
      current = undefined;
      await (await last)?.terminate();
    },
  };
}

/**
 * Of lines that it gives up and the like Tesseract tells its log, which would be the console's errors. What
 * fails rejects all the same.
 */
const QUIET = 'debug_file /dev/null';

async function start(languages: readonly string[], places: Partial<WorkerOptions>): Promise<Tesseract> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const tesseract = await new Promise<Tesseract>((resolve, reject) => {
    // A language that cannot be loaded is told of to the handler alone; the promise would stay open.
    const options = { ...places, cacheMethod: 'none', errorHandler: reject };
    createWorker([...languages], OEM.LSTM_ONLY, options, QUIET).then(resolve, reject);
  });
  const isVertical = languages[0]?.endsWith('_vert') === true;
  const tessedit_pageseg_mode = isVertical ? PSM.SINGLE_BLOCK_VERT_TEXT : PSM.AUTO;
  await tesseract.setParameters({ tessedit_pageseg_mode });
  return tesseract;
}
