import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { chromiumArguments, findChromium } from '../../../build/chromium.mjs';
import { inBits, makeScanPdf, type ScanPage } from '../../fixtures/import/scan-pdf';
import { parallax, workFolder } from './parallax';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const width = 1240;
const height = 700;
const lines = ['The police raided a bar in the capital', 'and arrested the owner.'];

let folder = '';
let remove = () => Promise.resolve();

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  const samples = inBits(await drawn(), width);
  const upright: ScanPage = { width, height, samples, kind: 'bits', size: [446, 252] };
  const half: ScanPage = { ...upright, draw: 'q 223 0 0 252 0 0 cm /P Do Q' };
  // As a scanner leaves a sheet that went in upside down, once somebody has turned the page.
  const back: ScanPage = { ...upright, draw: 'q -446 0 0 -252 446 252 cm /P Do Q', rotate: 180 };
  await writeFile(join(folder, 'scan.pdf'), makeScanPdf([upright, back, half]));
});
afterAll(() => remove());

/** Lines of text in shades of grey; Node has nothing to draw them with. */
async function drawn(): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
  try {
    const page = await browser.newPage();
    const shades = await page.evaluate(
      ([width, height, lines]) => {
        const context = new OffscreenCanvas(width, height).getContext('2d')!;
        context.fillStyle = 'white';
        context.fillRect(0, 0, width, height);
        context.fillStyle = 'black';
        context.font = '48px sans-serif';
        lines.forEach((line, i) => context.fillText(line, 120, 200 + 80 * i));
        const { data } = context.getImageData(0, 0, width, height);
        return Array.from({ length: width * height }, (_, i) => data[4 * i]!);
      },
      [width, height, lines] as const,
    );
    return Uint8Array.from(shades);
  } finally {
    await browser.close();
  }
}

it('pages that are pictures are told of, and read when a language is named, without asking anybody', async () => {
  const untold = await parallax(folder, 'import', 'scan.pdf', '--out', 'no.qdpx');
  expect(untold.code).toBe(1);
  expect(untold.stderr).toContain('scan.pdf: 3 pages have hardly any text; --recognise eng');

  const told = await parallax(folder, 'import', 'scan.pdf', '--out', 'scan.qdpx', '--recognise', 'eng');
  expect(told.code).toBe(0);
  expect(told.stderr.split('\n').filter((line) => line.startsWith('scan.pdf: page'))).toEqual([
    'scan.pdf: page 1 of 3 without text …',
    'scan.pdf: page 2 of 3 without text …',
    'scan.pdf: page 3 of 3 without text …',
  ]);
  expect(JSON.parse(told.stdout)).toMatchObject([
    {
      name: 'scan.pdf',
      characters: 2 * lines.join(' ').length + 2,
      warnings: [
        expect.stringContaining('Page 3 cannot be recognised on the command line'),
        expect.stringMatching(/^2 pages \(1–2\) were pictures; .* confidence of \d\d of 100/),
      ] as unknown,
    },
  ]);
});

it('a language that is not there is a wrong usage', async () => {
  const run = await parallax(folder, 'import', 'scan.pdf', '--out', 'p.qdpx', '--recognise', 'eng,lat');
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('--recognise may be eng, jpn, jpn_vert, kor, chi_sim, chi_tra, not lat');
});
