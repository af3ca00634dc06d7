import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readXml } from '../../../../src-renderer/importers/xml/read';

const read = (xml: string) => readXml(strToU8(xml));
const utf16 = (text: string, mark: string) => {
  const units = Uint16Array.from(`${mark}${text}`, (_, i) => `${mark}${text}`.charCodeAt(i));
  return new Uint8Array(units.buffer);
};
const xml =
  '<?xml version="1.0"?>\n<q:Project xmlns:q="urn:any" q:name="a&amp;b&#10;c"><q:Code/> <D>x<![CDATA[<y>]]></D></q:Project>';
const expected = {
  name: 'Project',
  attributes: { name: 'a&b\nc' },
  children: [
    { name: 'Code', attributes: {}, children: [], text: '' },
    { name: 'D', attributes: {}, children: [], text: 'x<y>' },
  ],
  text: '',
};

describe('XML', () => {
  test.each([
    ['UTF-8', strToU8(xml)],
    ['UTF-8 with a mark', strToU8(`\uFEFF${xml}`)],
    ['UTF-16', utf16(xml, '')],
    ['UTF-16 with a mark', utf16(xml, '\uFEFF')],
  ])('is read by local names from %s', (_, bytes) => {
    expect(readXml(bytes)).toEqual({ ok: true, value: expected });
  });

  test('is read in the encoding that it declares', () => {
    const bytes = Uint8Array.from('<?xml version="1.0" encoding="windows-1252"?><a b="\xe4"/>', (c) =>
      c.charCodeAt(0),
    );
    expect(readXml(bytes)).toMatchObject({ value: { attributes: { b: 'ä' } } });
  });

  test('is refused with the place where it is not well-formed', () => {
    expect(read('<a>\n<b></a>')).toMatchObject({ error: { kind: 'malformed', line: 2, column: 8 } });
    expect(read('<a><b>')).toMatchObject({ error: { kind: 'malformed' } });
    expect(read('')).toMatchObject({ error: { kind: 'malformed' } });
    expect(read('<a>&nbsp;</a>')).toMatchObject({ error: { kind: 'malformed' } });
    expect(readXml(Uint8Array.of(0x3c, 0x61, 0xff, 0xfe))).toMatchObject({ error: { kind: 'encoding' } });
  });

  test('is refused with a document type, before any entity could expand', () => {
    const lol = '<!DOCTYPE p [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;</p>';
    expect(read(lol)).toMatchObject({ error: { kind: 'entities' } });
    expect(read('<!DOCTYPE p SYSTEM "file:///etc/passwd"><p/>')).toMatchObject({
      error: { kind: 'entities' },
    });
  });

  test('is refused when it nests without end', () => {
    expect(read('<a>'.repeat(300) + '</a>'.repeat(300))).toMatchObject({ error: { kind: 'too-deep' } });
    expect(read('<a>'.repeat(200) + '</a>'.repeat(200))).toMatchObject({ ok: true });
  });

  test('of 20 MB is read, characters that fall between two chunks included', () => {
    const codes = Array.from({ length: 10_000 }, (_, i) => `<Code name="𠀀${i}">${'文'.repeat(680)}</Code>`);
    const result = read(`<Codes>${codes.join('')}</Codes>`);
    if (!result.ok) throw new Error(result.error.detail);
    expect(result.value.children).toHaveLength(10_000);
    expect(result.value.children.every(({ text }) => text === '文'.repeat(680))).toBe(true);
  });
});
