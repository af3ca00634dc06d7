import type { Nodes, PhrasingContent, TableRow } from 'mdast';
import { ok } from '../domain/model/result';
import { layOut, type BlockDraft } from '../domain/text/canonical';
import { isoDate } from './dates';
import { draftOf, failure, type DraftResult } from './draft';
import { blocksOf } from './html/blocks';
import { parseTree } from './html/tree';

/** Reads Markdown with GitHub's tables, strikethrough, footnotes and bare links. */
export async function readMarkdown(markup: string): Promise<DraftResult> {
  const [{ fromMarkdown }, { gfmFromMarkdown }, { gfm }] = await Promise.all([
    import('mdast-util-from-markdown'),
    import('mdast-util-gfm'),
    import('micromark-extension-gfm'),
  ]);
  const matter = frontMatter(markup);
  const tree = fromMarkdown(markup.slice(matter.length), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const drafts: BlockDraft[] = [];
  // The head of the file is not Markdown, but it is part of what the author wrote.
  if (matter.text) drafts.push({ kind: 'preformatted', level: 0, text: matter.text });
  collect(tree, { list: 0, quote: false, item: false, note: false }, drafts);
  const body = layOut(drafts);
  if (body.blocks.length === 0) return failure('no-text');
  const { fields } = matter;
  return ok(
    draftOf(body, {
      title: fields.get('title') ?? '',
      date: isoDate(fields.get('date') ?? ''),
      author: fields.get('author') ?? '',
      url: fields.get('url') ?? '',
      language: fields.get('lang') ?? '',
    }),
  );
}

interface Place {
  readonly list: number;
  readonly item: boolean;
  readonly quote: boolean;
  readonly note: boolean;
}

function collect(node: Nodes, place: Place, drafts: BlockDraft[]): void {
  const within = (children: readonly Nodes[], inner: Place = place) => {
    for (const child of children) collect(child, inner, drafts);
  };
  switch (node.type) {
    case 'heading':
      drafts.push({ kind: 'heading', level: node.depth, text: textOf(node.children) });
      break;
    case 'paragraph':
      drafts.push({ ...kindAt(place), text: textOf(node.children) });
      break;
    case 'code':
      drafts.push({ kind: 'preformatted', level: 0, text: node.value });
      break;
    case 'html':
      drafts.push(
        ...blocksOf(parseTree(node.value, false).root, false).map(({ kind, level, text }) => ({
          kind,
          level,
          text,
        })),
      );
      break;
    case 'list':
      within(node.children, { ...place, list: place.list + 1 });
      break;
    case 'listItem':
      within(node.children, { ...place, item: true });
      break;
    case 'blockquote':
      within(node.children, { ...place, quote: true });
      break;
    case 'footnoteDefinition':
      within(node.children, { ...place, note: true });
      break;
    case 'tableRow':
      drafts.push({ kind: 'table-row', level: 0, text: rowText(node) });
      break;
    case 'root':
    case 'table':
      within(node.children);
      break;
  }
}

function kindAt({ note, item, list, quote }: Place): Pick<BlockDraft, 'kind' | 'level'> {
  if (note) return { kind: 'note', level: 0 };
  if (item) return { kind: 'list-item', level: list };
  return { kind: quote ? 'quote' : 'paragraph', level: 0 };
}

const rowText = (row: TableRow): string =>
  row.children.map((cell) => textOf(cell.children).replace(/\s+/g, ' ').trim()).join('\t');

/** The words of a line: markup gone, texts of links kept, line ends as the author set them. */
function textOf(children: readonly PhrasingContent[]): string {
  return children
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value;
        case 'break':
          return '\n';
        case 'html':
          return /^<br\b/i.test(node.value) ? '\n' : '';
        case 'footnoteReference':
          return `[${node.label ?? node.identifier}]`;
        case 'image':
        case 'imageReference':
          return '';
        default:
          return textOf(node.children);
      }
    })
    .join('');
}

interface FrontMatter {
  readonly length: number;
  readonly text: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** The YAML head that many tools write between two lines of `---`: plain `key: value` lines are read. */
function frontMatter(markup: string): FrontMatter {
  const found = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(markup);
  const text = found?.[1] ?? '';
  if (!found || !/^[^\s:#-][^:\n]*:(\s|$)/m.test(text)) return { length: 0, text: '', fields: new Map() };
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^([^\s:#][^:]*):\s+(\S.*)$/.exec(line) ?? [];
    if (key && value) fields.set(key.trim().toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { length: found[0].length, text, fields };
}
