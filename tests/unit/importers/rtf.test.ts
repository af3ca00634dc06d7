import { describe, expect, it } from 'vitest';
import { encodeAs } from '../../fixtures/import/encodings';
import { hexOf, makeRtf, rtfBytes } from '../../fixtures/import/rtf';
import { failureOf, outline, parse } from './parse';

const read = (body: string, head?: string) => parse('a.rtf', makeRtf(body, head));
const textOf = async (body: string, head?: string) => (await read(body, head)).text;

describe('the characters of an RTF file', () => {
  it('are read in its code page', async () => {
    expect(await textOf("le caf\\'e9 o\\'f9")).toBe('le café où');
    expect(await textOf("\\'cc\\'ee", '\\ansi\\ansicpg1251')).toBe('Мо');
    expect(await textOf("\\'82", '\\pc')).toBe('é');
    expect(await textOf("\\'8e", '\\mac')).toBe('é');
  });

  it.each([
    [128, 'shift_jis', '人身取引ソ表能'],
    [129, 'euc-kr', '인신매매 방지'],
    [134, 'gbk', '贩运人口'],
    [136, 'big5', '人口販運許功蓋'],
  ])('are read in the character set of their font: %i', async (charset, encoding, text) => {
    const fonts = `{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset${charset} Some;}}`;
    const body = `{\\f1 ${hexOf(encodeAs(encoding, text))}} caf\\'e9`;
    expect(await textOf(body, `\\ansi\\ansicpg932\\deff0${fonts}`)).toBe(`${text} café`);
  });

  it('are read in the code page of the document where no font says another', async () => {
    const text = '人身取引対策行動計画';
    expect(
      await textOf(
        hexOf(encodeAs('shift_jis', text)),
        '\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset0 Arial;}}',
      ),
    ).toBe(text);
  });

  it('may be given in Unicode, with others for readers that know none', async () => {
    expect(await textOf("\\u20154 ?\\u-10179?\\u-8704 ?\\uc2\\u21462\\'8e\\'e6\\uc0\\u24341 !")).toBe(
      '人😀取引!',
    );
    expect(await textOf('{\\upr{\\par plain}{\\*\\ud \\u20154 ?}}x')).toBe('人x');
    expect(await textOf('\\u8217\\rquote s')).toBe('’s');
  });

  it('have names and symbols', async () => {
    expect(await textOf('a\\~b\\_c\\-d\\emdash\\ldblquote e\\rdblquote\\tab f\\line g\\{\\}\\\\')).toBe(
      'a\u00A0b\u2011c\u00ADd—“e”\tf\ng{}\\',
    );
  });

  it('of symbol fonts become those that they show', async () => {
    const fonts = '\\ansi{\\fonttbl{\\f0 Arial;}{\\f3\\fcharset2 Symbol;}}';
    expect(await textOf("{\\f3 \\'b7\\u-3999 ?}x", fonts)).toBe(
      '•αx'.replace('α', String.fromCodePoint(0x3b1)),
    );
  });

  it('without a meaning are counted', async () => {
    const source = await read("{\\f1 \\'81\\'00 word}", '\\ansi{\\fonttbl{\\f1\\fcharset128 Mincho;}}');
    expect(source.warnings).toEqual([{ key: 'characters-replaced', params: { count: 1 } }]);
  });
});

describe('an RTF file', () => {
  it('becomes headings, lists, quotes and paragraphs', async () => {
    const styles =
      '{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\*\\cs1 Other;}{\\s5\\outlinelevel2 Mine;}{\\s6 Quote;}}';
    const body = `${styles}\\pard\\s1 Act\\par\\pard\\s5 Part\\par\\pard The {\\b state}\nprotects.\\par\\pard\\ls1\\ilvl1{\\listtext 1.\\tab}police\\par\\pard{\\pntext\\'b7\\tab}army\\par\\pard\\s6 So be it.\\par`;
    expect(outline(await read(body))).toEqual([
      'heading 1: Act',
      'heading 3: Part',
      'paragraph 0: The stateprotects.',
      'list-item 2: police',
      'list-item 1: army',
      'quote 0: So be it.',
    ]);
  });

  it('has rows of tables, with and without a declaration of each', async () => {
    const body =
      '\\trowd\\cellx1\\cellx2\\pard\\intbl a\\par b\\cell c\\cell\\row\\trowd d\\cell\\cell\\row\\pard After\\par';
    expect(outline(await read(body))).toEqual([
      'table-row 0: a b\tc',
      'table-row 0: d\t',
      'paragraph 0: After',
    ]);
  });

  it('has tables in tables', async () => {
    const nested =
      '\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}';
    const body = `\\trowd\\pard\\intbl before\\par${nested}\\pard\\intbl after\\cell beside\\cell\\row\\pard end\\par`;
    expect(outline(await read(body))).toEqual([
      'paragraph 0: before',
      'table-row 0: x\ty',
      'paragraph 0: after',
      'paragraph 0: beside',
      'paragraph 0: end',
    ]);
  });

  it('keeps the text of tables whose depth makes no sense', async () => {
    const end = '{\\*\\nesttableprops\\trowd\\nestrow}';
    const body = `\\trowd\\pard\\intbl\\itap2 first\\par\\pard\\intbl\\itap5 second\\nestcell${end}\\pard\\intbl\\itap2 third\\nestcell${end}\\pard\\intbl\\itap1 fourth\\cell\\row fifth`;
    expect((await read(body)).text.split('\n\n')).toEqual(['first', 'second', 'third', 'fourth', 'fifth']);
  });

  it('sets notes apart at the end', async () => {
    const body =
      'One{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} Of 2021.} two\\chftn{\\*\\footnote\\ftnalt Of {\\i 2022}.}, three *{\\footnote * By hand.}.\\par Next.';
    expect(outline(await read(body))).toEqual([
      'paragraph 0: One[1] two[2], three *.',
      'paragraph 0: Next.',
      'note 0: [1] Of 2021.',
      'note 0: [2] Of 2022.',
      'note 0: * By hand.',
    ]);
  });

  it('tells of tracked changes, pictures and objects', async () => {
    const picture = '{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}';
    const object = '{\\object\\objemb{\\*\\objclass Excel}{\\*\\objdata 0105}{\\result{\\pict 00}}}';
    const changes =
      '{\\revised new}{\\deleted old{\\b  and older}} kept{\\deleted\\par}joined{\\mvf away}{\\mvt here}';
    const source = await read(`${changes}${picture}${object}`);
    expect(source.text).toBe('new keptjoinedhere');
    expect(source.warnings).toEqual([
      { key: 'images-left-out', params: { count: 1 } },
      { key: 'objects-left-out', params: { count: 1 } },
      { key: 'insertions-accepted', params: { count: 1 } },
      { key: 'deletions-left-out', params: { count: 1 } },
      { key: 'moves-accepted', params: { count: 1 } },
    ]);
  });

  it('shows the results of fields, not their instructions', async () => {
    const body =
      '{\\field{\\*\\fldinst HYPERLINK "http://a"}{\\fldrslt {\\ul here}}} {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}';
    expect(await textOf(body)).toBe('here 7');
    const ruby =
      '{\\field{\\*\\fldinst EQ \\\\* jc2 \\\\* hps10 \\\\o\\\\ad(\\\\s\\\\up 9(\\u12363 ?),\\u20154 ?)}{\\fldrslt }}!';
    const source = await read(ruby);
    expect(source.text).toBe('人!');
    expect(source.warnings).toEqual([{ key: 'ruby-left-out', params: { count: 1 } }]);
  });

  it('has text boxes once, after their paragraph', async () => {
    const box =
      '{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn a}{\\sv b}}{\\shptxt \\pard inside\\par too\\par}}{\\shprslt{\\*\\do{\\dptxbxtext inside}}}}';
    expect(outline(await read(`One ${box}two\\par`))).toEqual([
      'paragraph 0: One two',
      'paragraph 0: inside',
      'paragraph 0: too',
    ]);
  });

  it('marks what it hides, and leaves out what is no text', async () => {
    const source = await read(
      '{\\xe index}{\\*\\unknown x}{\\*\\bkmkstart b}Open {\\v hidden}end\\par\\plain\\v all\\par\\v0{\\*\\bkmkend b}',
    );
    expect(outline(source)).toEqual(['paragraph 0: Open end', 'hidden 0: hidden', 'hidden 0: all']);
    expect(source.warnings).toEqual([{ key: 'hidden-text', params: { count: 2 } }]);
  });

  it('has running heads where they begin, each once, and feet at its end', async () => {
    const body =
      '{\\header White Paper\\par}{\\footer Ministry, \\chpgn\\par}One\\par\\sect{\\header White Paper\\par}{\\headerf Annex\\par}{\\footerl \\chpgn}Two\\par';
    expect(outline(await read(body))).toEqual([
      'furniture 0: White Paper',
      'paragraph 0: One',
      'furniture 0: Annex',
      'paragraph 0: Two',
      'furniture 0: Ministry, ',
    ]);
  });

  it('has its comments with the passages they are about', async () => {
    const date = ((121 << 20) | (5 << 16) | (4 << 11) | (10 << 6)) >>> 0;
    const body = `The {\\*\\atrfstart 1}state{\\*\\atrfend 1}{\\*\\atnid A}{\\*\\atnauthor Aya}\\chatn{\\*\\annotation{\\*\\atnref 1}{\\*\\atndate ${date}}\\pard Which?\\par Really.} protects{\\*\\atnauthor Ken}{\\*\\annotation Whom?}.`;
    const { text, comments } = await read(body);
    expect(text).toBe('The state protects.');
    expect(comments).toEqual([
      { start: 4, end: 9, author: 'Aya', date: '2021-05-04', text: 'Which?\nReally.' },
      { start: 18, end: 18, author: 'Ken', date: '', text: 'Whom?' },
    ]);
  });

  it('has the properties its author gave it', async () => {
    const info =
      "{\\info{\\title Act & Plan}{\\author Min\\'e9}{\\creatim\\yr2009\\mo12\\dy22\\hr3}{\\revtim\\yr2010\\mo1\\dy1}{\\keywords a, b}{\\*\\company Ministry}}";
    expect(await read(`${info}The state protects the victims of it.`)).toMatchObject({
      title: 'Act & Plan',
      author: 'Miné',
      date: '2009-12-22',
      fields: [
        { name: 'keywords', value: 'a, b' },
        { name: 'company', value: 'Ministry' },
      ],
    });
  });

  it('says where it is cut off', async () => {
    const source = await parse('a.rtf', rtfBytes('{\\rtf1\\ansi The {\\b state'));
    expect(source.text).toBe('The state');
    expect(source.warnings).toEqual([{ key: 'document-cut-off', params: {} }]);
    expect(await failureOf('a.rtf', rtfBytes('{\\rtf1\\ansi'))).toBe('no-text');
  });

  it('may be one long text', async () => {
    const { text } = await read('word '.repeat(200_000));
    expect(text).toHaveLength(1_000_000);
  });

  it('skips binary data by its length', async () => {
    expect(await textOf('a{\\pict\\bin3 }}}b}c')).toBe('ac');
  });
});
