import type { OpenPdf } from './engine';
import { remarksOf, type Remark } from './comments';
import { linesOf, type Line, type TextItem } from './lines';
import { guttersOf, inColumns } from './order';

/** What one page holds. */
export interface PageContent {
  readonly lines: readonly Line[];
  readonly remarks: readonly Remark[];
}

/** Reads the text layer and the annotations of each page. */
export async function readPages({ document }: OpenPdf): Promise<PageContent[]> {
  const pages: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const remarks = await remarksOf(page, number);
    pages.push({ lines: inReadingOrder(items.filter(isTextItem), number), remarks });
    page.cleanup();
  }
  return pages;
}

const isTextItem = <T extends object>(item: T): item is Extract<T, TextItem> => 'str' in item;

/** A page is drawn in the order in which it is read, unless it draws its columns side by side. */
function inReadingOrder(items: readonly TextItem[], page: number): Line[] {
  const lines = linesOf(items, page);
  const gutters = guttersOf(lines);
  return gutters.length === 0 ? lines : inColumns(linesOf(items, page, gutters), gutters);
}
