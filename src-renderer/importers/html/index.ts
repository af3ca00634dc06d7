import type { Reading } from '../../domain/model/import';
import { message, type Message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { layOut } from '../../domain/text/canonical';
import { draftOf, failure, type DraftFileResult, type DraftResult } from '../draft';
import { blocksOf } from './blocks';
import { mainContent } from './main-content';
import { pageProperties } from './properties';
import { parseTree, type HtmlTree } from './tree';

/** Reads an HTML page or an XML file. In: its markup, and 'page' where navigation is wanted as well. */
export function readPage(markup: string, reading?: Reading): DraftFileResult {
  const read = readHtml(markup, reading === 'page');
  if (!read.ok) return read;
  const isMain = reading !== 'page';
  const hasMore = !isMain || read.value.warnings.some(({ key }) => key === 'navigation-left-out');
  const readings: readonly Reading[] = hasMore
    ? isMain
      ? ['main', 'page']
      : ['page', 'main']
    : ['document'];
  return ok({ format: 'html', drafts: [read.value], readings });
}

/**
 * Reads an HTML page, or an XML file as far as its text goes. Nothing of it runs and nothing is loaded:
 * the markup is only read.
 */
export function readHtml(markup: string, isWhole = false): DraftResult {
  const xml = isPlainXml(markup);
  const tree = parseTree(markup, xml);
  const all = blocksOf(tree.root, xml);
  const { blocks, leftOut } = xml || isWhole ? { blocks: all, leftOut: 0 } : mainContent(all);
  const body = layOut(blocks);
  if (body.blocks.length === 0) return failure('no-text');
  const warnings: Message[] = [];
  if (leftOut > 0) warnings.push(message('navigation-left-out', { count: leftOut }));
  const ruby = tree.dropped.get('rt') ?? 0;
  if (ruby > 0) warnings.push(message('ruby-left-out', { count: ruby }));
  return ok(draftOf(body, { ...pageProperties(tree), language: declaredLanguage(tree), warnings }));
}

const isPlainXml = (markup: string): boolean =>
  /^\s*<\?xml\b/i.test(markup) && !/<html\b/i.test(markup.slice(0, 4096));

const declaredLanguage = ({ root }: HtmlTree): string => {
  for (const child of root.children) {
    if (typeof child !== 'string' && child.name === 'html') {
      return child.attributes['lang'] ?? child.attributes['xml:lang'] ?? '';
    }
  }
  return '';
};
