import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import core from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import script from 'tesseract.js/src/worker-script/index.js';
import { invariant } from '../../../src-renderer/domain/model/result';
import { recogniserFolder } from './folder';

// Tesseract's worker for Node, with the core and the data that the program ships for the window.
script.setAdapter({
  getCore: () =>
    Promise.resolve(async (options: object) => {
      const wasmBinary = await readFile(new URL('tesseract-core-simd-lstm.wasm', recogniserFolder));
      // It talks of parameters it does not know and of lines it gives up; what fails is answered all the same.
      return core({ ...options, wasmBinary, printErr: () => undefined });
    }),
  gunzip: gunzipSync,
  fetch: (address) => Promise.resolve({ ok: true, arrayBuffer: () => readFile(fileURLToPath(address)) }),
});

invariant(parentPort, 'this runs as a worker');
const port = parentPort;
port.on('message', (packet) => script.dispatchHandlers(packet, (message) => port.postMessage(message)));
