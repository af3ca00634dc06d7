import { RESOLUTION, type Recogniser } from '../importers/pdf/resources';
import type { Worker as Tesseract } from 'tesseract.js';

/** Tesseract's worker, its core and its data as files of the app: under `self`, and nothing is fetched from outside. */
const folder = new URL('/recogniser/', self.location.href).href;

/** Recognises text with Tesseract, which has a worker of its own; that one ends with the worker it is used in. */
export function createRecogniser(): Recogniser {
  let current: { readonly languages: string; readonly tesseract: Promise<Tesseract> } | undefined;

  /** Loading a language takes longer than reading a page with it. */
  async function tesseractFor(languages: readonly string[]): Promise<Tesseract> {
    const key = languages.join('+');
    if (current?.languages !== key) {
      const before = current?.tesseract;
      current = { languages: key, tesseract: start(languages) };
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
    decoders: folder,
    canvas: (width, height) => new OffscreenCanvas(width, height),
    async recognise(picture, languages) {
      const tesseract = await tesseractFor(languages);
      const image = await (picture as OffscreenCanvas).convertToBlob();
      const { data } = await tesseract.recognize(image, {}, { text: false, blocks: true });
      const paragraphs = (data.blocks ?? []).flatMap((block) =>
        block.paragraphs.map(({ lines }) => lines.map(({ text }) => text)),
      );
      return { paragraphs, confidence: data.confidence };
    },
  };
}

async function start(languages: readonly string[]): Promise<Tesseract> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const tesseract = await new Promise<Tesseract>((resolve, reject) => {
    const options = {
      workerPath: `${folder}worker.min.js`,
      corePath: `${folder}core.js`,
      langPath: folder,
      workerBlobURL: false,
      cacheMethod: 'none',
      // A language that cannot be loaded is told of here alone; the promise would stay open.
      errorHandler: reject,
    };
    createWorker([...languages], OEM.LSTM_ONLY, options).then(resolve, reject);
  });
  const isVertical = languages[0]?.endsWith('_vert') === true;
  const tessedit_pageseg_mode = isVertical ? PSM.SINGLE_BLOCK_VERT_TEXT : PSM.AUTO;
  // Pages are drawn at this resolution; Tesseract would guess it from the picture and complain about that.
  await tesseract.setParameters({ tessedit_pageseg_mode, user_defined_dpi: String(RESOLUTION) });
  return tesseract;
}
