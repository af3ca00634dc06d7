import { fileURLToPath } from 'node:url';
import { tesseractReader } from '../../../src-renderer/importers/pdf/recognition/tesseract';
import type { ScanRecogniser } from '../../../src-renderer/importers/pdf/resources';
import { recogniserFolder } from './folder';
import { pgm } from './pgm';

/** Lets a recogniser be used, and ends its worker, which would keep the program from ending. */
export async function withRecogniser<T>(use: (recogniser: ScanRecogniser) => Promise<T>): Promise<T> {
  const reader = tesseractReader({
    workerPath: fileURLToPath(new URL('recogniser.js', import.meta.url)),
    langPath: recogniserFolder.href,
  });
  try {
    return await use({
      decoders: recogniserFolder.href,
      recognise: (scan, languages) => reader.read(pgm(scan), scan.resolution, languages),
    });
  } finally {
    await reader.close();
  }
}
