import type { Draft } from './draft';

const LONGEST = 300;
// A heading further down than this is not the title of the whole.
const TITLE_WITHIN = 500;

/** A title for a document: its own, else the heading it begins with, else the name of its file. */
export function titleOf({ title, body: { text, blocks } }: Draft, fileName: string): string {
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const opening = heading && heading.start < TITLE_WITHIN ? text.slice(heading.start, heading.end) : '';
  const found = [title, opening].map(oneLine).find(Boolean);
  return shorten(found ?? fileTitle(fileName));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

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
