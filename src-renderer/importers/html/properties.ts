import { isoDate } from '../dates';
import type { HtmlTree } from './tree';

export interface PageProperties {
  readonly title: string;
  readonly date: string;
  readonly author: string;
  readonly url: string;
}

const titleNames = ['og:title', 'dc.title', 'dcterms.title', 'citation_title'];
const dateNames = [
  'article:published_time',
  'citation_publication_date',
  'dcterms.issued',
  'dcterms.date',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'datepublished',
  'pubdate',
  'date',
];
const authorNames = ['author', 'article:author', 'citation_author', 'dc.creator', 'dcterms.creator'];

/** What a page says of itself in its head. */
export function pageProperties({ title, properties, comments }: HtmlTree): PageProperties {
  const meta = new Map<string, string>();
  let canonical = '';
  for (const { name, attributes } of properties) {
    const key = (attributes['name'] ?? attributes['property'] ?? attributes['itemprop'] ?? '').toLowerCase();
    const content = attributes['content']?.trim();
    if (name === 'meta' && key && content && !meta.has(key)) meta.set(key, content);
    if (name === 'link' && attributes['rel']?.toLowerCase() === 'canonical')
      canonical = attributes['href'] ?? '';
  }
  const first = (names: readonly string[], fits: (value: string) => boolean = Boolean): string =>
    names.map((name) => meta.get(name) ?? '').find(fits) ?? '';
  return {
    title: title || first(titleNames),
    date: dateNames.map((name) => isoDate(meta.get(name) ?? '')).find(Boolean) ?? '',
    author: first(authorNames, (author) => author !== '' && !isAddress(author)),
    url: [canonical, meta.get('og:url') ?? '', savedFrom(comments)].find(isAddress) ?? '',
  };
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** Browsers note the address in a comment when they save a page: `saved from url=(0023)https://…`. */
function savedFrom(comments: readonly string[]): string {
  for (const comment of comments) {
    const saved = /saved from url=\(\d+\)(\S+)/.exec(comment);
    if (saved?.[1]) return saved[1];
  }
  return '';
}
