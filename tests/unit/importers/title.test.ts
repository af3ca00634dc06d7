import { describe, expect, it } from 'vitest';
import { heading, makeDocx, paragraph } from '../../fixtures/import/docx';
import { column, makePdf } from '../../fixtures/import/pdf';
import { parse } from './parse';

const words = 'The government protects the victims of trafficking and trains its police.';
const pdf = (Title: string, head = 'Action Plan') =>
  makePdf({
    pages: [[{ text: head, x: 60, y: 790, size: 24 }, ...column(words, { y: 700 })]],
    info: { Title },
  });

describe('a title among the properties of a document', () => {
  it.each([
    '10811.exe',
    'Microsoft Word - draft.doc',
    'Microsoft PowerPoint - 計画 最終.pptx',
    'C:\\Users\\me\\plan',
    '/home/me/plan',
    'file:///tmp/plan',
    'plan_v2.INDD',
    'untitled',
    'Untitled-1',
    'Untitled Document',
    'Microsoft Word - Document1',
    'Document 3',
    'PowerPoint Presentation',
    'Slide 1',
    '無題',
    '名称未設定',
    'スライド 1',
    '제목 없음',
    '슬라이드 1',
    '未命名',
    '无标题',
    '幻灯片 1',
    '無標題',
    '投影片 1',
    '(no title)',
    '---',
  ])('that only names a file, or nothing, gives way to the first heading: %s', async (title) => {
    expect((await parse('a.pdf', pdf(title))).title).toBe('Action Plan');
  });

  it.each([
    'Plan of Action 2.0',
    'Microsoft Word - 行動計画',
    'Report to the U.S. Dept. of State',
    'Resolution 55/25',
    'Convention No.IV',
    'Documents of the Conference',
    'Titles and Deeds',
    'Untitled lives: stateless people and trafficking',
  ])('stands: %s', async (title) => {
    expect((await parse('a.pdf', pdf(title))).title).toBe(title.replace('Microsoft Word - ', ''));
  });

  it('gives way to the name of the file where there is no heading', async () => {
    const plain = makePdf({ pages: [column(words)], info: { Title: '10811.exe' } });
    expect((await parse('Transcript 2020.pdf', plain)).title).toBe('Transcript 2020');
  });

  it('is held to the same in Word documents and pages', async () => {
    const body = heading(1, 'Act on Trafficking') + paragraph(words);
    expect((await parse('a.docx', makeDocx({ body, properties: { title: 'draft.docx' } }))).title).toBe(
      'Act on Trafficking',
    );
    const page = `<!DOCTYPE html><title>index.html</title><h1>Act on Trafficking</h1><p>${words}</p>`;
    expect((await parse('a.html', page)).title).toBe('Act on Trafficking');
  });
});
