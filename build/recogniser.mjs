import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

const languages = ['eng', 'jpn', 'jpn_vert', 'kor', 'chi_sim', 'chi_tra'];

/**
 * Everything that recognising text needs at run time, by the name it has in the folder `recogniser/`. The
 * worker looks for the core and the data beside itself, so that the names are fixed.
 * @param {string} root the folder of the project
 * @returns {Map<string, string>}
 */
function recogniserFiles(root) {
  const packages = join(root, 'node_modules');
  const core = join(packages, 'tesseract.js-core/tesseract-core-simd-lstm');
  return new Map([
    ['worker.min.js', join(packages, 'tesseract.js/dist/worker.min.js')],
    ['core.js', `${core}.js`],
    ['tesseract-core-simd-lstm.wasm', `${core}.wasm`],
    // pdf.js draws pictures in JPEG 2000 with this one.
    ['openjpeg_nowasm_fallback.js', join(packages, 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js')],
    ...languages.map((language) => {
      const name = `${language}.traineddata.gz`;
      const file = join(packages, '@tesseract.js-data', language, '4.0.0_best_int', name);
      return /** @type {[string, string]} */ ([name, file]);
    }),
  ]);
}

/**
 * A plugin of Vite: puts the recogniser of text in pictures beside the pages, or serves it from there while
 * they are developed and tested.
 * @param {string} root the folder of the project
 * @returns {import('vite').Plugin}
 */
export function recogniser(root) {
  const files = recogniserFiles(root);
  return {
    name: 'parallax:recogniser',
    generateBundle() {
      for (const [name, file] of files) {
        const source = readFileSync(file);
        this.emitFile({ type: 'asset', fileName: `recogniser/${name}`, originalFileName: file, source });
      }
    },
    configureServer(server) {
      server.middlewares.use('/recogniser', (request, response, next) => {
        const name = (request.url ?? '').replace(/^\/|\?.*$/g, '');
        const file = files.get(name);
        if (!file) return next();
        const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
        response.setHeader('Content-Type', name.endsWith('.gz') ? 'application/octet-stream' : type);
        createReadStream(file).pipe(response);
      });
    },
  };
}
