import { RESOLUTION, type DrawingRecogniser } from '../importers/pdf/resources';
import { tesseractReader } from '../importers/pdf/recognition/tesseract';

/** Tesseract's worker, its core and its data as files of the app: under `self`, and nothing is fetched from outside. */
const folder = new URL('/recogniser/', self.location.href).href;

/** Recognises text with Tesseract, whose worker ends with the one it is used in. */
export function createRecogniser(): DrawingRecogniser {
  const reader = tesseractReader({
    workerPath: `${folder}worker.min.js`,
    corePath: `${folder}core.js`,
    langPath: folder,
    workerBlobURL: false,
  });
  return {
    decoders: folder,
    canvas: (width, height) => new OffscreenCanvas(width, height),
    recognise: async (picture, languages) =>
      reader.read(await (picture as OffscreenCanvas).convertToBlob(), RESOLUTION, languages),
  };
}
