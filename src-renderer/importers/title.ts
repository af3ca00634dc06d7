import { oneLine } from '../domain/text/one-line';
import type { Draft } from './draft';

const LONGEST = 300;
// A heading further down than this is not the title of the whole.
const TITLE_WITHIN = 500;

/** A title for a document: its own, else the heading it begins with, else the name of its file. */
export function titleOf({ title, body: { text, blocks } }: Draft, fileName: string): string {
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const opening = heading && heading.start < TITLE_WITHIN ? text.slice(heading.start, heading.end) : '';
  const own = oneLine(title);
  const found = [saysNothing(own) ? '' : own, oneLine(opening)].find(Boolean);
  return shorten(found ?? fileTitle(fileName));
}

const FILE_NAME =
  /^([a-z]:\\|\\\\|\/\S+\/|file:)|\S\.(txt|md|x?html?|php|aspx?|jsp|xml|pdf|e?ps|ai|docx?|docm|dotx?|rtf|odt|pages|wpd|hwpx?|jtd|pptx?|pps|odp|xlsx?|ods|csv|indd|qx[dp]|pmd|p65|fm|cdr|pub|tex|dvi|exe|tmp|tiff?|jpe?g|png|gif|bmp)$/i;

/** What word processors, presentation programs and scanners call what nobody gave a title. */
const PLACEHOLDER = new RegExp(
  `^\\(?(${[
    'untitled( document| presentation)?',
    'no title',
    'document',
    'presentation',
    'powerpoint presentation',
    'slide',
    'title',
    'scan(ned)?( document)?',
    '無題(のドキュメント)?|名称未設定|文書|ドキュメント|スライド|プレゼンテーション|タイトルなし',
    '제목 ?없음|무제|문서|슬라이드|프레젠테이션|빈 문서',
    '无标题|未命名|文档|幻灯片|演示文稿',
    '無標題|未命名|文件|投影片|簡報',
  ].join('|')})\\)?[ _-]*\\d*$`,
  'i',
);

/** Programs put into the title of a document whatever they had: the name of the print job, or of nothing. */
const saysNothing = (title: string): boolean =>
  FILE_NAME.test(title) || PLACEHOLDER.test(title) || !/[\p{Letter}\p{Number}]/u.test(title);

/** macOS stores names decomposed, which would sort and match apart from the same name typed. */
function fileTitle(fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/, '').normalize('NFC');
  return name.replace(/(?<=.)\.(?=[a-z\d]*[a-z])[a-z\d]{1,8}$/i, '');
}

/** Cuts between code points, and between words where there are any. */
function shorten(title: string): string {
  if (title.length <= LONGEST) return title;
  const cut = [...title.slice(0, LONGEST)].slice(0, -1).join('');
  return `${cut.replace(/\s+\S{0,40}$/, '')}…`;
}
