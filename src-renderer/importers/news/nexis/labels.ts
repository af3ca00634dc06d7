/** What Nexis calls its fields, in the languages of its interface, and what they are called here. */
const head: { readonly [name: string]: string } = {
  author: 'byline autor auteur signature autore door',
  section: 'section rubrik rubrique sectie sección seccion sezione rubriek',
  length: 'length länge longueur lengte longitud extensión lunghezza',
  dateline: 'dateline ortszeile datum lieu',
  highlight: 'highlight untertitel',
  title: 'headline kop titre titel überschrift titular titolo',
  url: 'url',
};
/** In no article do lines of text begin with these. */
const tail: { readonly [name: string]: string } = {
  'load-date': 'load-date update date-chargement laad-datum fecha-carga',
  language: 'language sprache langue taal idioma lengua lingua',
  'publication-type': 'publication-type type-publication publikationstyp',
  'journal-code': 'journal-code',
};
/** These may also be the beginning of a paragraph. */
const unsure: { readonly [name: string]: string } = {
  caption: 'graphic grafik graphique grafiek gráfico grafico',
  subject: 'subject thema sujet onderwerp',
  correction: 'correction',
  'correction-date': 'correction-date',
  distribution: 'distribution',
  notes: 'notes',
  type: 'type',
};

const tableOf = (names: { readonly [name: string]: string }): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).flatMap(([name, labels]) => labels.split(' ').map((label) => [label, name])));

const places = { head: tableOf(head), tail: tableOf(tail), unsure: tableOf(unsure) } as const;

export interface Label {
  /** Our name where there is one, else the label as it stands. */
  readonly name: string;
  readonly value: string;
  readonly place: keyof typeof places | 'unknown';
}

const CAPITALS = /^(\p{Lu}[\p{Lu}\p{Nd} /&_-]{0,40}):(?:\s+|$)/u;
const WORDS = /^(\p{Lu}[\p{L}\p{Nd} /&_-]{0,40}):(?:[\u00a0\t ]+|$)/u;

/** In: a paragraph. Out: the label in capitals that it begins with, if it does. */
export const labelOf = (text: string): Label | undefined => labelled(text, CAPITALS);

/** In: a paragraph of the newer layout, where labels are words. */
export const wordLabelOf = (text: string): Label | undefined => labelled(text, WORDS);

function labelled(raw: string, pattern: RegExp): Label | undefined {
  const text = raw.trimStart();
  const found = pattern.exec(text);
  const label = found?.[1];
  if (!found || label === undefined) return undefined;
  const value = text.slice(found[0].length);
  for (const place of ['head', 'tail', 'unsure'] as const) {
    const name = places[place].get(label.toLowerCase().replaceAll(' ', '-'));
    if (name) return { name, value, place };
  }
  return { name: label, value, place: 'unknown' };
}

/** The line of rights under an article. */
export const isCopyright = (text: string): boolean =>
  /^\s*(?:copy(?:right)?\s*(?:©|\(c\))?\s*\d{4}\b|copyright\s*(?:©|\(c\))|©\s*\S|\(c\)\s*(?:copyright|\d{4})|alle rechte vorbehalten|tous droits réservés|all rights reserved)/i.test(
    text,
  );
