import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCodePoints } from '../../../src-renderer/domain/text/positions';
import { labelIn } from '../../../src-renderer/domain/model/language';
import { column, makePdf } from '../../fixtures/import/pdf';
import { dialectFile, dialects } from '../../fixtures/refi/dialects';
import { generateProject } from '../../generator/project';
import { json, parallax, qdpxOf, workFolder } from './parallax';

const documents = resolve(import.meta.dirname, '../../fixtures/documents');
const project = generateProject({ seed: 7, sources: 8, segments: 60, coders: 2, length: 1200 });
let folder = '';
let remove = () => Promise.resolve();

beforeAll(async () => {
  ({ folder, remove } = await workFolder());
  await writeFile(join(folder, 'p.qdpx'), await qdpxOf(project));
});
afterAll(() => remove());

interface CodebookJson {
  readonly codes: readonly { readonly indicators: Readonly<Record<string, readonly string[]>> }[];
}

const commands = [
  'import',
  'info',
  'segments',
  'codebook',
  'profile',
  'divergence',
  'crosstab',
  'convert',
  'package',
  'merge',
  'agreement',
  'validate',
];

describe('the program', () => {
  it('says how to use it, and each command', async () => {
    const overall = await parallax(folder, '--help');
    expect(overall.code).toBe(0);
    for (const command of commands) {
      expect(overall.stdout).toContain(`  ${command} `);
      const help = await parallax(folder, command, '--help');
      expect([help.code, help.stdout.split('\n')[0]]).toEqual([
        0,
        expect.stringContaining(`parallax ${command}`),
      ]);
    }
    const { version } = JSON.parse(
      await readFile(resolve(import.meta.dirname, '../../../package.json'), 'utf8'),
    );
    expect((await parallax(folder, '--version')).stdout).toBe(`${version}\n`);
  });

  it('ends with 2 when it is used wrongly, and with 1 when it fails, saying why beside the result', async () => {
    const wrong = [
      [],
      ['frame'],
      ['info'],
      ['info', 'p.qdpx', 'p.qdpx'],
      ['info', 'p.qdpx', '--colour'],
      ['info', 'p.qdpx', '--format', 'xml'],
      ['profile', 'p.qdpx', '--by', 'planet'],
      ['convert', 'p.qdpx'],
      ['codebook', 'p.qdpx', '--out', 'book.odt'],
      ['merge', 'p.qdpx', '--out', 'c.qdpx'],
    ];
    for (const args of wrong) {
      const run = await parallax(folder, ...args);
      expect([args, run.code]).toEqual([args, 2]);
      expect(run.stderr).not.toBe('');
    }
    await writeFile(join(folder, 'no.qdpx'), 'this is no archive');
    for (const args of [
      ['info', 'absent.qdpx'],
      ['info', 'no.qdpx'],
      ['segments', 'p.qdpx', '--code', 'none'],
    ]) {
      const run = await parallax(folder, ...args);
      expect([args, run.code, run.stdout]).toEqual([args, 1, '']);
      expect(run.stderr).not.toMatch(/\n\s+at /);
    }
  });
});

describe('package', () => {
  it('gives a coder a drawn part of the sources and the codebook, without anything coded', async () => {
    const sample = ['--sample', '50%', '--stratify', 'country,type', '--seed', '7'];
    const make = (out: string) =>
      json<{ sources: { id: string }[] }>(
        folder,
        ...['package', 'p.qdpx', '--coder', 'Bea Lee', ...sample, '--families', 'mode', '--freeze'],
        ...['--out', out],
      );
    const made = await make('bea.qdpx');
    expect(made).toMatchObject({
      ...{ name: 'Double coding 1', round: 1, purpose: 'second-coder', coder: 'Bea Lee', frozen: true },
      families: ['mode'],
      sampling: { kind: 'random', of: 8, seed: 7, strata: ['country', 'documentType'] },
    });
    expect(made.sources).toHaveLength(4);
    expect((await make('again.qdpx')).sources).toEqual(made.sources);
    expect(await json(folder, 'segments', 'bea.qdpx')).toEqual([]);
    for (const [args, code] of [
      [['--sample', 'some', '--coder', 'B'], 2],
      [['--stratify', 'country', '--coder', 'B'], 2],
      [[], 2],
      [['--sample', '900', '--coder', 'B'], 1],
    ] as const) {
      const run = await parallax(folder, 'package', 'p.qdpx', '--out', 'no.qdpx', ...args);
      expect([args, run.code]).toEqual([args, code]);
      expect(run.stderr).not.toBe('');
    }
  });
});

describe('import', () => {
  it('makes a project of documents, described by a table', async () => {
    await writeFile(
      join(folder, 'meta.csv'),
      'file,title,country,date,document_type,pages,checked\r\njp_action_plan_2009_example.txt,Action Plan,Japan,2009年12月,action-plan,12,true\r\n',
    );
    const files = (await readdir(documents)).filter((name) => /\.(txt|md)$/.test(name));
    const paths = files.map((name) => join(documents, name));
    const out = join(folder, 'made.qdpx');
    const sources = await json<Record<string, unknown>[]>(
      folder,
      ...['import', ...paths, '--out', out, '--metadata', 'meta.csv', '--coder', '김민지'],
    );
    expect(sources.map(({ name }) => name)).toEqual(files);
    const plan = sources.find(({ name }) => name === 'jp_action_plan_2009_example.txt');
    const text = await readFile(join(documents, 'jp_action_plan_2009_example.txt'), 'utf8');
    expect(plan).toEqual({
      name: 'jp_action_plan_2009_example.txt',
      title: 'Action Plan',
      format: 'txt',
      encoding: 'utf-8',
      language: 'ja',
      characters: expect.any(Number),
      country: 'JP',
      date: '2009-12',
      outlet: '',
      articleOf: null,
      warnings: [],
    });
    expect(plan?.['characters']).toBeLessThanOrEqual(countCodePoints(text));
    expect(await json(folder, 'info', out)).toMatchObject({
      sources: files.length,
      coders: 1,
      losses: [],
      repairs: [],
    });
    expect(await json(folder, 'validate', out)).toEqual({ file: out, valid: true, errors: [] });
    const qde = strFromU8(unzipSync(new Uint8Array(await readFile(out)))['project.qde'] ?? new Uint8Array());
    expect(qde).toContain('name="김민지"');
    expect(qde).toContain('name="pages"');
  });

  it('takes bundles apart, reads folders and archives, and what the names of files say', async () => {
    const places = join(folder, 'JP/2009-12');
    await mkdir(places, { recursive: true });
    await writeFile(join(places, 'plan.txt'), 'Victims are protected.');
    const zipped = zipSync({ 'KR/2013/law.txt': strToU8('Trafficking is punished.') });
    await writeFile(join(folder, 'more.zip'), zipped);
    await writeFile(join(folder, 'table.csv'), 'headline,body\nOne,The first text.\nTwo,The second text.\n');
    const sources = await json<Record<string, unknown>[]>(
      folder,
      ...['import', 'JP', 'more.zip', 'table.csv', '--out', 'all.qdpx'],
      ...['--names', '{country}/{date}/{*}', '--read-as', 'rows', '--column', 'headline=title'],
    );
    expect(sources.map(({ title, country, date, articleOf }) => [title, country, date, articleOf])).toEqual([
      ['plan', 'JP', '2009-12', null],
      ['law', 'KR', '2013', null],
      ['One', '', '', 'table.csv'],
      ['Two', '', '', 'table.csv'],
    ]);
    const wrong = await parallax(folder, 'import', 'JP', '--out', 'x.qdpx', '--names', 'no braces');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('no-token');
  });

  it('leaves out a document that cannot be read, names it, and takes in the others', async () => {
    await writeFile(join(folder, 'empty.txt'), '');
    const good = join(documents, 'jp_action_plan_2009_example.txt');
    const run = await parallax(folder, 'import', good, 'empty.txt', 'gone.txt', '--out', 'some.qdpx');
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject([{ name: 'jp_action_plan_2009_example.txt' }]);
    expect(run.stderr).toContain('empty.txt');
    expect(run.stderr).toContain('gone.txt');
    expect(await json(folder, 'info', 'some.qdpx')).toMatchObject({ sources: 1 });
  });

  it('writes nothing when no document can be read', async () => {
    const run = await parallax(folder, 'import', 'empty.txt', '--out', 'never.qdpx');
    expect([run.code, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toContain('empty.txt');
    expect(await readdir(folder)).not.toContain('never.qdpx');
  });
});

describe('import of PDF', () => {
  it('finds the character maps that old East Asian files name', async () => {
    await writeFile(
      join(folder, 'jp_old.pdf'),
      makePdf({
        pages: [column('人身取引は重大な人権侵害であり、その撲滅が求められている。', { font: 'named' })],
      }),
    );
    const [source] = await json<object[]>(folder, 'import', 'jp_old.pdf', '--out', 'pdf.qdpx');
    expect(source).toMatchObject({ format: 'pdf', country: 'JP', language: 'ja', warnings: [] });
    expect(await json(folder, 'info', 'pdf.qdpx')).toMatchObject({ sources: 1, losses: [] });
  });
});

describe('reading', () => {
  it('counts', async () => {
    const { state } = project;
    expect(await json(folder, 'info', 'p.qdpx')).toEqual({
      name: project.info.name,
      origin: 'Test',
      sources: 8,
      characters: [...state.sources.values()].reduce((sum, { characters }) => sum + characters, 0),
      codes: state.codes.size,
      segments: 60,
      tags: [...state.segments.values()].reduce((sum, { tags }) => sum + tags.length, 0),
      coders: 2,
      memos: 0,
      losses: [],
      repairs: [],
    });
    const table = await parallax(folder, 'info', 'p.qdpx', '--format', 'table');
    expect(table.stdout).toMatch(/^segments +60$/m);
  });

  it('lists segments with positions in code points, all and filtered', async () => {
    const found = await json<{ source: string; start: number; end: number; text: string }[]>(
      folder,
      'segments',
      'p.qdpx',
    );
    const { state, texts } = project;
    const keys = ['source', 'start', 'end', 'unit', 'text', 'codes', 'coder', 'country'];
    expect(found).toHaveLength(60);
    for (const each of found) {
      expect(Object.keys(each)).toEqual(keys);
      const source = [...state.sources.values()].find(({ title }) => title === each.source);
      const characters = [...(texts.get(source?.id ?? '')?.text ?? '')];
      expect(characters.slice(each.start, each.end).join('')).toBe(each.text);
    }
    const [first] = state.segments.values();
    const coder = state.coders.get(first?.coderId ?? '')?.name ?? '';
    const code = state.codes.get(first?.tags[0] ?? '');
    const some = await json<{ coder: string; codes: string[] }[]>(
      folder,
      ...['segments', 'p.qdpx', '--coder', coder, '--code', code?.key ?? ''],
    );
    expect(some.length).toBeGreaterThan(0);
    expect(new Set(some.map((each) => each.coder))).toEqual(new Set([coder]));
    expect(some.some(({ codes }) => codes.includes(labelIn(code?.labels ?? {}, 'en')))).toBe(true);
    const japanese = await json<{ country: string }[]>(folder, 'segments', 'p.qdpx', '--country', 'Japan');
    expect(new Set(japanese.map(({ country }) => country))).toEqual(new Set(['JP']));
  });

  it('profiles a project of another program by the family that it uses most', async () => {
    const words = [{ name: 'Debate', text: 'One two.', marked: [{ quote: 'two', codes: ['Crime'] }] }];
    await writeFile(join(folder, 'other.qdpx'), dialectFile(dialects['NVivo']!, words, ['Crime']));
    expect(await json(folder, 'profile', 'other.qdpx')).toMatchObject({ total: { n: 1 } });
  });

  it('profiles by any group', async () => {
    interface Profile {
      readonly rows: readonly {
        readonly country?: string;
        readonly n: number;
        readonly codes: readonly object[];
      }[];
      readonly total: { readonly n: number };
    }
    const byCountry = await json<Profile>(folder, 'profile', 'p.qdpx');
    expect(byCountry.rows.reduce((sum, { n }) => sum + n, 0)).toBe(byCountry.total.n);
    const byCoder = await json<Profile>(folder, 'profile', 'p.qdpx', '--by', 'coder');
    expect(byCoder.rows.reduce((sum, { n }) => sum + n, 0)).toBe(byCountry.total.n);
    const documents = await json<Profile>(
      folder,
      'profile',
      'p.qdpx',
      '--by',
      'country,year',
      '--unit',
      'documents',
      '--family',
      'actor',
    );
    expect(documents).toMatchObject({ family: 'actor', unit: 'documents', by: ['country', 'year'] });
    const csv = await parallax(folder, 'profile', 'p.qdpx', '--by', 'type', '--format', 'csv');
    expect(csv.stdout.split('\r\n')[0]).toMatch(/^\ufefftype,status,sources/);
  });
});

describe('writing', () => {
  it('writes the codebook in every format, and reads back those that can be', async () => {
    const out = (ending: string) => join(folder, `book.${ending}`);
    for (const ending of ['qdc', 'docx', 'html', 'md', 'xlsx', 'csv', 'json'])
      expect(await json(folder, 'codebook', 'p.qdpx', '--out', out(ending))).toMatchObject({
        codes: project.state.codes.size,
      });
    for (const ending of ['csv', 'xlsx', 'json']) {
      await json(folder, 'codebook', out(ending), '--out', join(folder, 'again.json'));
      // A list without words and no list say the same.
      const read = async (path: string) =>
        (JSON.parse(await readFile(path, 'utf8')) as CodebookJson).codes.map((code) => ({
          ...code,
          indicators: Object.entries(code.indicators).filter(([, words]) => words.length > 0),
        }));
      expect(await read(join(folder, 'again.json'))).toEqual(await read(out('json')));
    }
    expect(await json(folder, 'validate', out('qdc'))).toMatchObject({ valid: true });
    const one = await json(
      folder,
      'codebook',
      'p.qdpx',
      '--out',
      out('md'),
      '--family',
      'mode',
      '--language',
      'ja',
      '--no-counts',
    );
    expect(one).toMatchObject({ out: out('md') });
  });

  it('converts for every program, losing no segment, and says what is lost', async () => {
    for (const target of ['nvivo', 'maxqda', 'atlasti', 'qualcoder']) {
      const out = join(folder, `${target}.qdpx`);
      const said = await json<object>(folder, 'convert', 'p.qdpx', '--out', out, '--target', target);
      expect(Object.keys(said)).toEqual(['out', 'target', 'losses', 'repairs', 'onlyParallax']);
      expect(await json(folder, 'info', out)).toMatchObject({ sources: 8, segments: 60 });
    }
  });

  it('unites two projects; once more changes nothing', async () => {
    const other = generateProject({ seed: 8, sources: 3, segments: 10, coders: 1, length: 900 });
    await writeFile(join(folder, 'q.qdpx'), await qdpxOf(other));
    const united = await json<{ added: Record<string, number> }>(
      folder,
      'merge',
      'p.qdpx',
      'q.qdpx',
      '--out',
      'c.qdpx',
    );
    // One coder of the second bears a name of the first, and both have the codebook that ships with the product.
    expect(united).toMatchObject({ added: { sources: 3, segments: 10, codes: 0, coders: 0 } });
    expect(await json(folder, 'info', 'c.qdpx')).toMatchObject({ sources: 11, segments: 70, coders: 2 });
    expect(await json(folder, 'validate', 'c.qdpx')).toMatchObject({ valid: true });
    await json(folder, 'merge', 'c.qdpx', 'q.qdpx', '--out', 'd.qdpx');
    expect(
      Buffer.compare(await readFile(join(folder, 'c.qdpx')), await readFile(join(folder, 'd.qdpx'))),
    ).toBe(0);
  });

  it('says where the XML of a file is damaged', async () => {
    const damaged = { 'project.qde': new TextEncoder().encode('<Project>\n<a></b></Project>') };
    await writeFile(join(folder, 'damaged.qdpx'), zipSync(damaged));
    for (const command of ['info', 'validate']) {
      const run = await parallax(folder, command, 'damaged.qdpx');
      expect([run.code, run.stdout]).toEqual([1, '']);
      expect(run.stderr).toContain('(line 2, column 8)');
    }
  });

  it('lists what is wrong with a file', async () => {
    const members = unzipSync(new Uint8Array(await readFile(join(folder, 'p.qdpx'))));
    const qde = strFromU8(members['project.qde'] ?? new Uint8Array())
      .replace(/endPosition="\d+"/, 'endPosition="9999999"')
      .replace(/color="#[0-9A-F]{6}"/, 'color="red"')
      .replace(/<CodeRef targetGUID="[^"]+"/, '<CodeRef targetGUID="00000000-0000-4000-8000-000000000000"');
    await writeFile(
      join(folder, 'bad.qdpx'),
      zipSync({ ...members, 'project.qde': new TextEncoder().encode(qde) }),
    );
    const run = await parallax(folder, 'validate', 'bad.qdpx');
    expect(run.code).toBe(1);
    const { valid, errors } = JSON.parse(run.stdout) as { valid: boolean; errors: string[] };
    expect(valid).toBe(false);
    expect(errors).toHaveLength(3);
    expect(errors.join('\n')).toMatch(/“red”[^]*9999999|9999999[^]*“red”/);
  });
});
