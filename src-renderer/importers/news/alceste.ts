import { fields, paragraph, type Article, type Bundle } from './article';
import { paragraphsOf } from './paragraphs';

/** `**** *var_value *var_value` or `00002 *…` starts a text, `-*theme` a part of one. */
const TEXT = /^(?:\*{4}|\d{4,})((?:[^\S\n]+\*\S+)+)[^\S\n]*$/;
const THEME = /^-\*(\S+)[^\S\n]*$/;

/**
 * Reads a corpus of Alceste or IRaMuTeQ. Its texts have no titles; their variables tell them apart..
 * A theme is a heading, because it is of the part that follows and not of the whole.
 */
export function alceste(text: string): Bundle | undefined {
  const [first = ''] = /\S.*/.exec(text) ?? [];
  if (!TEXT.test(first)) return undefined;
  const texts: { readonly stars: string; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const stars = TEXT.exec(line)?.[1];
    if (stars !== undefined) texts.push({ stars, lines: [] });
    else texts.at(-1)?.lines.push(line);
  }
  return {
    database: 'Alceste',
    articles: texts.map(({ stars, lines }) => articleOf(stars, lines)),
  };
}

function articleOf(stars: string, lines: readonly string[]): Article {
  const words = stars
    .trim()
    .split(/\s+/)
    .map((word) => word.slice(1));
  const themes: { readonly name: string; readonly lines: string[] }[] = [{ name: '', lines: [] }];
  for (const line of lines) {
    const name = THEME.exec(line)?.[1];
    if (name !== undefined) themes.push({ name, lines: [] });
    else themes.at(-1)?.lines.push(line);
  }
  return {
    title: words.join(' '),
    headline: '',
    body: themes.flatMap((theme) => [
      { kind: 'heading' as const, level: 2, text: theme.name },
      ...paragraphsOf(theme.lines.join('\n')).map(({ text }) => paragraph(text)),
    ]),
    fields: words.flatMap((word) => fields(variableOf(word))),
  };
}

/** `*country_japan`: what comes after the first underscore is the value; `*boolean1` is set or not. */
function variableOf(word: string): { readonly [name: string]: string } {
  const [, name, value] = /^([^_]+)_(.+)$/.exec(word) ?? [];
  return name !== undefined && value !== undefined ? { [name]: value } : { [word]: 'true' };
}
