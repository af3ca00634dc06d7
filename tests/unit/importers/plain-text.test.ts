import { describe, expect, it } from 'vitest';
import { parse, texts } from './parse';

const paragraphsOf = async (text: string) => texts(await parse('a.txt', text));

describe('the paragraphs of plain text', () => {
  it('are parted by blank lines, and keep their line ends', async () => {
    expect(await paragraphsOf('one\nmore of one\n\n\ntwo\n')).toEqual(['one\nmore of one', 'two']);
  });

  it('are the lines where no line is blank', async () => {
    expect(await paragraphsOf('one\ntwo\nthree')).toEqual(['one', 'two', 'three']);
  });

  it('are the lines where lines are too long to have been broken by hand', async () => {
    const long = 'word '.repeat(60).trim();
    expect(await paragraphsOf(`Title\n\n${long}\n${long}`)).toEqual(['Title', long, long]);
  });

  it('are put together from lines broken at a fixed width', async () => {
    const lines = [
      '行動計画',
      '平成二十一年十二月',
      '人身取引は、重大な人権侵害であり、人道的観点からも迅速な対応を求',
      'められている。これは人身取引が、その被害者に対して深刻な苦痛をも',
      'たらすからである。',
      '政府は、関係省庁が協力して被害者の保護を進め、加害者を取り締まる',
      'こととし、この計画を策定した。',
      '第一条',
      'この計画において「人身取引」とは、搾取の目的で、暴力その他の形態',
      'の強制力により人を獲得することをいう。',
    ];
    expect(await paragraphsOf(lines.join('\n'))).toEqual([
      lines[0],
      lines[1],
      lines.slice(2, 5).join('\n'),
      lines.slice(5, 7).join('\n'),
      lines[7],
      lines.slice(8).join('\n'),
    ]);
  });

  it('begin with an ideographic space in Japanese and Chinese', async () => {
    expect(await paragraphsOf('題名\n\n　最初の段落は\n二行である。\n　次の段落。')).toEqual([
      '題名',
      '　最初の段落は\n二行である。',
      '　次の段落。',
    ]);
  });

  it('leave only line feeds between them, so that lines of spaces belong to the one before', async () => {
    expect(await paragraphsOf('  \n\none\n \t\n\ntwo\n  \n')).toEqual(['  \n\none\n \t', 'two\n  ']);
  });

  it('keep what scanning has damaged: ligatures, misread letters, split addresses, running heads, notes', async () => {
    const text = [
      'The ﬁrst ofﬁce dealt with the vakuza in Juen 2015,⁽¹⁾ and the',
      '12 HUMAN TRAFFICKING IN NORTHEAST ASIA',
      'report says so at http://www.example.org/tra',
      'fficking/2015.pdf, where its trafﬁcking tier stands.⁽²⁾',
    ].join('\n');
    const source = await parse('scan.txt', text);
    expect(source.text).toBe(text);
    expect(texts(source).join('\n')).toBe(text);
  });

  it('leave the text as it was', async () => {
    const text = '\n\n  a\u00A0b  \n\n\n\tc\u3000\n';
    expect((await parse('a.txt', text)).text).toBe(text);
  });
});

describe('the title of plain text', () => {
  it.each([
    ['Action plan 2009.txt', 'Action plan 2009'],
    ['folder/sub\\plan.txt', 'plan'],
    ['.txt', '.txt'],
    ['v1.2 final', 'v1.2 final'],
    ['인신매매.txt'.normalize('NFD'), '인신매매'],
  ])('is the name of the file: %s', async (name, title) => {
    expect((await parse(name, 'Words.')).title).toBe(title);
  });
});

describe('a text of 50 MB', () => {
  it('is read whole', async () => {
    const line = '政府は被害者を保護する。The victims are protected. 피해자를 보호한다.\n\n';
    const bytes = new TextEncoder().encode(line);
    const count = Math.ceil(50_000_000 / bytes.length);
    const all = new Uint8Array(count * bytes.length);
    for (let i = 0; i < count; i++) all.set(bytes, i * bytes.length);
    const source = await parse('big.txt', all);
    expect(source.blocks).toHaveLength(count);
    expect(source.text).toHaveLength(count * line.length);
  }, 120_000);
});
