import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicText } from '../../fixtures/import/news/nexis';
import { english, japanese } from '../../fixtures/import/texts';
import { json, parallax, workFolder } from './parallax';

let folder = '';
let remove = () => Promise.resolve();

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  await writeFile(join(folder, 'law.txt'), japanese);
  await writeFile(join(folder, 'plan.txt'), english);
  await writeFile(join(folder, 'bundle.txt'), classicText);
});
afterAll(() => remove());

type Rows = readonly Readonly<Record<string, unknown>>[];
const titles = (rows: Rows) => rows.map(({ title }) => title);
const imported = (...args: readonly string[]) => json<Rows>(folder, 'import', ...args, '--out', 'p.qdpx');
const preview = (...args: readonly string[]) => json<Rows>(folder, 'import', ...args, '--preview');

describe('import does what the preview of the window does', () => {
  it('joins references to the documents that they describe, and names those that describe none', async () => {
    const records = [
      'TY  - NEWS\nTI  - The Law\nDA  - 2004/12/07/\nJO  - The Planet\nL1  - files/law.txt\nER  - \n',
      'TY  - NEWS\nTI  - Of something else\nER  - \n',
    ];
    await writeFile(join(folder, 'refs.ris'), records.join('\n'));
    const run = await parallax(folder, 'import', 'law.txt', 'refs.ris', '--out', 'refs.qdpx');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject([
      { name: 'law.txt', title: 'The Law', date: '2004-12-07', outlet: 'The Planet' },
    ]);
    expect(run.stderr).toContain('1 reference was joined');
    expect(run.stderr).toContain('Of something else');
  });

  it('leaves out what a browser puts beside a saved page', async () => {
    await mkdir(join(folder, 'saved/page_files'), { recursive: true });
    await writeFile(join(folder, 'saved/page.html'), `<html><body><p>${english}</p></body></html>`);
    await writeFile(join(folder, 'saved/page_files/frame.html'), '<p>An advertisement.</p>');
    const run = await parallax(folder, 'import', 'saved', '--out', 'saved.qdpx');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject([{ name: 'page.html' }]);
    expect(run.stderr).toContain('1 picture, style or script');
  });

  it('leaves out a copy of a file, saying so', async () => {
    await writeFile(join(folder, 'copy.txt'), english);
    const run = await parallax(folder, 'import', 'plan.txt', 'copy.txt', '--out', 'copy.qdpx');
    expect(JSON.parse(run.stdout)).toMatchObject([{ name: 'plan.txt' }]);
    expect(run.stderr).toContain('its file is the same as plan.txt');
  });

  it('keeps articles that came before unless they are not wanted, and tells of them', async () => {
    const rows = `title,text,identifier\nOne,${'a b c '.repeat(40)},X1\nOne again,${'d e f '.repeat(40)},X1\n`;
    await writeFile(join(folder, 'twice.csv'), rows);
    const all = await parallax(folder, 'import', 'twice.csv', '--out', 'twice.qdpx');
    expect(titles(JSON.parse(all.stdout))).toEqual(['One', 'One again']);
    expect(all.stderr).toContain('2 “One again” repeats “One”');
    expect(titles(await imported('twice.csv', '--leave-out-repeats'))).toEqual(['One']);
  });

  it('lists what would come in and writes nothing', async () => {
    const rows = await preview('bundle.txt', 'law.txt');
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
    expect(rows.at(-1)).toMatchObject({ name: 'law.txt', included: true, articleOf: null, repeats: null });
    expect(rows[0]).toMatchObject({ articleOf: 'bundle.txt' });
    expect((await parallax(folder, 'info', 'bundle.qdpx')).code).toBe(1);
  });

  it('leaves sources out and joins them, by their numbers', async () => {
    const rows = await preview('bundle.txt');
    const all = titles(rows);
    expect(titles(await imported('bundle.txt', '--leave-out', '1', '--leave-out', '3'))).toEqual(
      all.filter((_, i) => i !== 0 && i !== 2),
    );
    const joined = await preview('bundle.txt', '--join', '2');
    expect(titles(joined)).toEqual(all.filter((_, i) => i !== 1));
    expect(joined[0]?.['characters']).toBe(
      Number(rows[0]?.['characters']) + Number(rows[1]?.['characters']) + 2,
    );
    for (const wrong of [
      ['--leave-out', '99'],
      ['--leave-out', 'x'],
      ['--leave-out', '3-2'],
      ['--join', '1'],
      ['--date', 'soon'],
      ['--type', 'novel'],
    ]) {
      const run = await parallax(folder, 'import', 'bundle.txt', '--preview', ...wrong);
      expect([wrong, run.code]).toEqual([wrong, 2]);
    }
  });

  it('says of all sources what they have in common', async () => {
    const rows = await imported(
      ...['law.txt', 'plan.txt', '--country', 'Japan', '--date', '2009年12月', '--outlet', 'Asahi'],
      ...['--type', 'action-plan'],
    );
    for (const row of rows) expect(row).toMatchObject({ country: 'JP', date: '2009-12', outlet: 'Asahi' });
  });
});
