import { describe, expect, it } from 'vitest';
import type { CodebookFile } from '../../../../src-renderer/domain/exchange/codebook/file';
import { colorFrom } from '../../../../src-renderer/domain/exchange/codebook/read/color';
import { readCodebook } from '../../../../src-renderer/importers/codebook/read';
import * as dialect from '../../../fixtures/refi/qdc-dialects';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(text: string | Uint8Array): Promise<CodebookFile> {
  const file = await readCodebook(typeof text === 'string' ? bytesOf(text) : text);
  if (!file.ok) throw new Error(`${file.error.kind} ${file.error.detail}`);
  return file.value;
}

/** The tree as lines, two spaces a level. */
function tree({ codes }: CodebookFile): readonly string[] {
  const depth = new Map<string, number>();
  return codes.map(({ id, parentId, name, fields }) => {
    const level = parentId === null ? 0 : (depth.get(parentId) ?? 0) + 1;
    depth.set(id, level);
    return `${'  '.repeat(level)}${name ?? fields.labels?.en ?? ''}`;
  });
}

describe('codebooks of other programs', () => {
  it('reads ATLAS.ti: namespace 0:4, nested codes; groups are a loss', async () => {
    const file = await read(dialect.atlasTi);
    expect(tree(file)).toEqual(['Border', '  Fence']);
    expect(file.codes[0]).toMatchObject({
      id: dialect.dialectId(1),
      identified: true,
      fields: { color: '#3366CC', definition: 'Talk of borders.', codable: true },
    });
    expect(file.losses).toEqual([{ key: 'loss.code-sets', params: { count: 2 } }]);
    expect(file.repairs).toEqual([]);
  });

  it('makes a tree of the names of ATLAS.ti 8', async () => {
    expect(tree(await read(dialect.atlasTi8))).toEqual(['Border', '  Fence']);
  });

  it('reads NVivo without the folder around all, and keeps names that repeat', async () => {
    const file = await read(dialect.nvivo);
    expect(tree(file)).toEqual(['Police', '  other', 'Court', '  other']);
    expect(file.codes.map(({ id }) => id)).toEqual([1, 2, 3, 4].map(dialect.dialectId));
    expect(file.repairs).toEqual([{ key: 'repair.root-folder', params: { count: 1 } }]);
  });

  it('makes a tree of the whole paths of Taguette, with folders for what is only named in them', async () => {
    const file = await read(dialect.taguette);
    expect(tree(file)).toEqual(['border', '  fence', '    high', 'law', '  new']);
    expect(file.codes.find(({ name }) => name === 'law')).toMatchObject({
      identified: false,
      fields: { codable: false },
    });
    expect(file.repairs).toEqual([{ key: 'repair.names-are-paths', params: { count: 3 } }]);
    expect(file.losses).toEqual([]);
  });

  it('reads every notation of colours, and says which it does not know', async () => {
    const file = await read(dialect.openQda);
    expect(file.codes.map(({ fields }) => fields.color)).toEqual([
      '#3366CC',
      '#3366CC',
      '#3366CC',
      '#008080',
      undefined,
    ]);
    expect(file.codes.map(({ fields }) => fields.codable)).toEqual([true, true, true, false, true]);
    expect(file.repairs).toEqual([
      { key: 'repair.color-notation', params: { count: 4 } },
      { key: 'repair.color-unknown', params: { count: 1 } },
    ]);
  });

  it('mends what is missing or repeated, the same way each time', async () => {
    const file = await read(dialect.careless);
    expect(new Set(file.codes.map(({ id }) => id)).size).toBe(4);
    expect(file.codes.map(({ identified }) => identified)).toEqual([false, true, false, true]);
    expect(await read(dialect.careless)).toEqual(file);
    expect(file.repairs.map(({ key }) => key)).toEqual([
      'repair.code-guid-missing',
      'repair.code-guid-repeated',
      'repair.code-unnamed',
    ]);
  });

  it('parts descriptions at headings', async () => {
    const description = 'What.\n\nMore.\n\nInclude: this\n\nand that\n\nExclude: none';
    const xml = dialect.atlasTi.replace('Talk of borders.', description);
    expect((await read(xml)).codes[0]?.fields).toMatchObject({
      definition: 'What.\n\nMore.',
      include: 'this\n\nand that',
      exclude: 'none',
      response: '',
    });
  });

  it('reads UTF-16, as some programs write it', async () => {
    const text = `\ufeff${dialect.atlasTi.replace('utf-8', 'utf-16')}`;
    expect(tree(await read(new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)))).toEqual([
      'Border',
      '  Fence',
    ]);
  });
});

describe('tables of other programs', () => {
  it('reads CSV with a name and a description', async () => {
    const file = await read(
      'name,description,number of highlights\r\nborder\\fence,Wire.,3\r\nborder,,1\r\n',
    );
    expect(tree(file)).toEqual(['border', '  fence']);
    expect(file.codes.map(({ fields }) => fields.definition)).toEqual([undefined, 'Wire.']);
  });

  it('reads semicolons, parents by name, names of columns in Japanese', async () => {
    const text = 'コード名;親コード;定義;色\n壁;国境;高い;#f00\n国境;;;\n裁判;司法;;';
    const file = await read(text);
    expect(tree(file)).toEqual(['司法', '  裁判', '国境', '  壁']);
    expect(file.codes.at(-1)?.fields).toMatchObject({ definition: '高い', color: '#FF0000' });
    expect(await read(`\ufeff${text}`)).toEqual(file);
  });

  it('reads Shift_JIS', async () => {
    // コード,定義 / 国境,国の境界である。この符号は国境の管理に用いる。
    const bytes = [
      ...[
        0x83, 0x52, 0x81, 0x5b, 0x83, 0x68, 0x2c, 0x92, 0xe8, 0x8b, 0x60, 0x0d, 0x0a, 0x8d, 0x91, 0x8b, 0xab,
      ],
      ...[
        0x2c, 0x8d, 0x91, 0x82, 0xcc, 0x8b, 0xab, 0x8a, 0x45, 0x82, 0xc5, 0x82, 0xa0, 0x82, 0xe9, 0x81, 0x42,
      ],
      ...[
        0x82, 0xb1, 0x82, 0xcc, 0x95, 0x84, 0x8d, 0x86, 0x82, 0xcd, 0x8d, 0x91, 0x8b, 0xab, 0x82, 0xcc, 0x0d,
        0x0a,
      ],
    ];
    const file = await read(new Uint8Array(bytes));
    expect(file.codes[0]).toMatchObject({ name: '国境' });
    expect(file.repairs.map(({ key }) => key)).toEqual(['repair.encoding-guessed']);
  });
});

describe('files that are no codebook', () => {
  const failures: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['empty', '', 'codebook-empty'],
    ['blank', '\n\n', 'codebook-empty'],
    ['a table without names', 'a,b\n1,2', 'codebook-columns'],
    ['a table without codes', 'name,description\n', 'codebook-empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0]), 'codebook-unreadable'],
    ['a cut archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'codebook-unreadable'],
    ['XML that is not well-formed', '<CodeBook><Codes>', 'codebook-unreadable'],
    ['other XML', '<html></html>', 'codebook-format'],
    ['no code', '<CodeBook><Codes/></CodeBook>', 'codebook-empty'],
    [
      'entities',
      '<!DOCTYPE c [<!ENTITY a "aaaa">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>',
      'codebook-unreadable',
    ],
    ['JSON that is cut', '{"format": "parallax', 'codebook-malformed'],
    ['other JSON', '{"format":"x"}', 'codebook-format'],
    ['JSON without a format', '[]', 'codebook-malformed'],
    ['a newer JSON', '{"format":"parallax-codebook/3"}', 'codebook-newer'],
    [
      'JSON with a wrong row',
      '{"format":"parallax-codebook/2","families":[{}],"codes":[]}',
      'codebook-malformed',
    ],
    [
      'nesting without end',
      `<CodeBook><Codes>${'<Code name="a">'.repeat(230)}${'</Code>'.repeat(230)}</Codes></CodeBook>`,
      'codebook-too-deep',
    ],
    ['codes above themselves', 'code,parent\na,b\nb,a\n', 'codebook-cycle'],
  ];
  it.each(failures)('refuses %s', async (_, content, kind) => {
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    expect(await readCodebook(bytes)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('colours', () => {
  it.each([
    ['#ABC', '#AABBCC'],
    ['#abc8', '#AABBCC'],
    ['3366cc', '#3366CC'],
    ['#FF3366CC', '#3366CC'],
    ['#3366CCFF', '#3366CC'],
    ['rgb(100%, 0%, 50%)', '#FF0080'],
    ['rgb(51 102 204 / 50%)', '#3366CC'],
    ['rgb(300, 0, 0)', '#FF0000'],
    ['DarkGreen', '#006400'],
    ['rgb(1,2)', undefined],
    ['constructor', undefined],
    ['#12345', undefined],
  ])('reads %s', (written, expected) => {
    expect(colorFrom(written)).toBe(expected);
  });
});
