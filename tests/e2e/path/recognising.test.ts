import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wrapPictures } from '../../fixtures/import/picture-pdf';
import { newWindowForTest, useApp } from './app';

useApp();

test('the built program recognises a page under its own policy, and asks nobody outside', async () => {
  const page = await newWindowForTest();
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  const jpeg = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1653, 2339);
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = 'black';
    context.font = '40px sans-serif';
    context.fillText('The police raided a bar in the capital.', 160, 240);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const pdf = await wrapPictures([new Uint8Array(jpeg)]);
  const worker = readdirSync('out/renderer/assets').find((name) => name.startsWith('import.worker'));
  const text = await page.evaluate(
    async ([address, numbers]) => {
      const bytes = new Uint8Array(numbers);
      const reader = new Worker(address, { type: 'module' });
      return new Promise((resolve, reject) => {
        reader.addEventListener('error', (event) => reject(new Error(event.message)));
        reader.addEventListener('message', ({ data }: MessageEvent<Record<string, never>>) => {
          if ('result' in data) resolve(data['result']);
        });
        reader.postMessage({ id: 1, name: 'scan.pdf', bytes, choices: { recognise: ['eng'] } });
      });
    },
    [`/assets/${worker}`, [...pdf]] as const,
  );
  expect(text).toMatchObject({
    ok: true,
    value: { sources: [{ text: 'The police raided a bar in the capital.' }] },
  });
  expect([...asked]).toEqual([new URL(page.url()).origin]);
});

test('nothing else of the program may compile WebAssembly', async () => {
  const page = await newWindowForTest();
  const policyOf = (path: string) =>
    page.evaluate(async (address) => (await fetch(address)).headers.get('content-security-policy'), path);
  expect(await policyOf('/')).not.toContain('unsafe');
  expect(await policyOf('/recogniser/core.js')).not.toContain('unsafe');
  expect(await policyOf('/recogniser/worker.min.js')).toContain("'wasm-unsafe-eval'");
});
