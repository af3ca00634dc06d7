import { page } from 'vitest/browser';
import type { Block } from '../../../src-renderer/domain/model/source';
import type { CodedSegment } from '../../../src-renderer/domain/model/segment';
import type { Reader, ReaderOptions } from '../../../src-renderer/features/reader/engine/reader';
import { Reader as ReaderClass } from '../../../src-renderer/features/reader/engine/reader';
import type { SegmentLook } from '../../../src-renderer/features/reader/engine/look';
import { segment } from '../../unit/domain/build';
import '../../../src-renderer/ui/theme/base.css';

export interface Part {
  readonly kind?: Block['kind'];
  readonly level?: number;
  readonly page?: number;
  readonly text: string;
}

/** Lays parts out as canonical text. */
export function layOut(parts: readonly (Part | string)[]): { text: string; blocks: readonly Block[] } {
  let text = '';
  const blocks = parts.map((part, i): Block => {
    const {
      kind = 'paragraph',
      level = 0,
      page: at,
      text: content,
    } = typeof part === 'string' ? { text: part } : part;
    if (i > 0) text += '\n\n';
    const start = text.length;
    text += content;
    return { start, end: text.length, kind, level, ...(at !== undefined && { page: at }) };
  });
  return { text, blocks };
}

/** Every kind of block, every script, and what is hard to count: emoji, marks, surrogates, tabs, right to left. */
export const strange = layOut([
  { kind: 'heading', level: 1, text: 'Plan of action 行動計画', page: 1 },
  'Human trafficking is a crime. Cafe\u0301 owners 👩‍👩‍👧‍👦 and 🇯🇵 police met.',
  '人身取引は、重大な人権侵害であり、𠮷野家の前でも許されない。「対策」を講じる。',
  { kind: 'list-item', level: 1, text: 'prosecution' },
  { kind: 'list-item', level: 2, text: 'protection of victims' },
  { kind: 'table-row', text: 'Year\tCases\tConvictions', page: 2 },
  { kind: 'table-row', text: '2014\t 32\t14' },
  { kind: 'table-row', text: '\t\t' },
  { kind: 'quote', text: 'They are\nmoved\nat night.' },
  'ضحايا الاتجار بالبشر في المنطقة.',
  { kind: 'preformatted', text: 'a  b\n\tc' },
  { kind: 'note', text: '1 See the report.' },
  `${'The police raided a bar. '.repeat(300)}End.`,
  '인신매매는 중대한 범죄이다. 경찰은 수사를 강화하였다.',
]);

export const long = layOut(
  Array.from(
    { length: 1200 },
    (_, i) => `${i}. ${'The ministry drafted a plan against trafficking. '.repeat(1 + (i % 5))}`,
  ),
);

export const look = (codedAs: CodedSegment): SegmentLook => ({
  lead: { color: `#${(codedAs.tags[0] ?? '').padStart(6, '0')}`, symbol: 'square', pattern: 'solid' },
  label: codedAs.tags.join(),
  others: [],
  initials: codedAs.coderId === 'ann' ? null : 'BO',
  coder: codedAs.coderId === 'ann' ? null : 'Bo Lee',
  unsure: false,
});

/** A segment whose code is named after its colour, six hex digits. */
export const coded = (id: string, text: string, start: number, end: number, color = '332288'): CodedSegment =>
  segment(id, 's', text, [start, end], [color]);

const open = new Set<Reader>();

/** Puts a reading view on the page, 900 × 700. */
export async function openReader(
  source: { text: string; blocks: readonly Block[]; language?: string },
  segments: readonly CodedSegment[] = [],
  more: Partial<ReaderOptions> = {},
): Promise<Reader> {
  await page.viewport(900, 700);
  const host = document.createElement('div');
  host.tabIndex = 0;
  host.style.cssText = 'height:700px;overflow:auto;position:relative;container-type:inline-size';
  document.body.replaceChildren(host);
  const reader = new ReaderClass(host, {
    source: { language: 'en', ...source },
    words: { segments: 'Segments', segment: ({ id }, overlaps) => `${id}, ${overlaps}` },
    canEdit: ({ coderId }) => coderId === 'ann',
    onResize: () => undefined,
    onPlace: () => undefined,
    ...more,
  });
  reader.setSegments(segments, look);
  reader.open(0);
  open.add(reader);
  // Until the first frame the browser skips every section and hits nothing.
  await frame();
  await document.fonts.ready;
  await frame();
  return reader;
}

export function closeReaders(): void {
  for (const reader of open) reader.dispose();
  open.clear();
}

export const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** What is painted, by highlight: ranges of positions, in order, those that touch joined. */
export function painted(reader: Reader, prefix = 'parallax-'): Record<string, [number, number][]> {
  const found: Record<string, [number, number][]> = {};
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith(prefix) || highlight.size === 0) continue;
    const ranges = [...highlight].map((range): [number, number] => [
      reader.view.position(range.startContainer, range.startOffset)!,
      reader.view.position(range.endContainer, range.endOffset)!,
    ]);
    ranges.sort((a, b) => a[0] - b[0]);
    found[name.slice(prefix.length)] = ranges.reduce<[number, number][]>((joined, [start, end]) => {
      const last = joined.at(-1);
      if (last?.[1] === start) last[1] = end;
      else joined.push([start, end]);
      return joined;
    }, []);
  }
  return found;
}
