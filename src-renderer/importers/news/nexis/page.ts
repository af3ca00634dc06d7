import { visible, type Bundle } from '../article';
import { blocksOfMarkup } from '../markup';
import { classicArticle } from './classic';
import { isCount, selected } from './counts';

const PIECE = /(?=<a\s+name\s*=\s*["']?DOC_ID_)/i;
const DECLARED = /<meta\b[^>]*\sdocuments\s*=\s*["']?(\d+)/i;

/**
 * Reads a page of Nexis UK or LexisNexis Academic. Each article starts with an anchor; the elements are not
 * to be relied on (a `<DIV/>` between two articles holds all that follow), so each is parsed by itself.
 */
export function nexisPage(markup: string): Bundle | undefined {
  const [before = '', ...pieces] = markup.split(PIECE);
  if (pieces.length === 0) return undefined;
  const cover = blocksOfMarkup(before);
  const declared = DECLARED.exec(before)?.[1];
  const coverText = cover.map(({ text }) => text).join('\n');
  return {
    database: 'Nexis',
    articles: pieces.map((piece) =>
      classicArticle(
        blocksOfMarkup(piece)
          .filter(({ text }) => !isCount(text.trim()))
          .map((block) => ({ ...block, text: block.text.trim(), centred: false })),
      ),
    ),
    declared: selected(coverText) ?? (declared === undefined ? null : Number(declared)),
    outside: visible([coverText]),
  };
}
