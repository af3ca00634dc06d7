/** An element of a parsed page: its name in lower case, prefix and all. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: (HtmlElement | string)[];
}

const words = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that start and end a block of text. */
export const blockElements = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre ' +
    'search section summary table tbody td tfoot th thead tr ul listing plaintext xmp',
);

export const listElements = words('ul ol menu dir');
export const preformattedElements = words('pre listing plaintext xmp');

/** Elements inside a line; any other element of an XML file starts a block. */
export const inlineElements = words(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr',
);

/** What a browser never shows as text, shows only when something else fails, or shows as a control. */
const neverText = words(
  'script style template noscript noframes noembed iframe object embed applet audio video canvas svg select ' +
    'option optgroup datalist textarea button input img picture progress meter rp rt rtc',
);

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

/** Whether an element and all it holds is left out of the text. */
export function isDropped({ name, attributes }: HtmlElement, xml: boolean): boolean {
  if (neverText.has(name)) return true;
  if (xml) return false;
  if (name === 'dialog' && attributes['open'] === undefined) return true;
  if (isBacklink(name, attributes)) return true;
  return attributes['hidden'] !== undefined || HIDDEN_STYLE.test(attributes['style'] ?? '');
}

/** The arrow at the end of a note that leads back to its place. */
const isBacklink = (name: string, { href = '', role }: HtmlElement['attributes']): boolean =>
  name === 'a' && (role === 'doc-backlink' || /^#(foot|end)note-ref-/.test(href));

/** A footnote or an endnote. */
export const isNote = ({ name, attributes: { id = '', role = '' } }: HtmlElement): boolean =>
  (name === 'li' && /^(foot|end)note-/.test(id)) || /^doc-(footnote|endnotes?)$/.test(role);

export const isNavigation = ({ name, attributes: { role = '' } }: HtmlElement): boolean =>
  name === 'nav' || role === 'navigation';

export const isAside = ({ name, attributes: { role } }: HtmlElement): boolean =>
  name === 'aside' || role === 'complementary';

export const isMain = ({ name, attributes: { role } }: HtmlElement): boolean =>
  name === 'main' || role === 'main';

export const headingLevel = (name: string): number => (/^h[1-6]$/.test(name) ? Number(name[1]) : 0);
