/** What XML 1.0 (section 2.2) cannot carry at all, not even escaped: most control characters and half pairs. */
const forbidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as the content of an XML element.
 * In: any string. Out: escaped, without characters that XML cannot carry, line ends as LF (a parser would
 * make them so anyway).
 */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '')
    .replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** In: any string. Out: the same without the characters that XML cannot carry, not escaped. */
export const xmlCharacters = (text: string): string => text.replace(forbidden, '');

/**
 * Text as one line that XML can carry, not yet escaped.
 * In: any string. Out: without characters that XML cannot carry; line ends and tabs are spaces, which a
 * parser would make of them in an attribute; without spaces at either end.
 */
export function xmlLine(text: string): string {
  return text
    .replace(forbidden, '')
    .replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')
    .trim();
}

/** Text as the value of an XML attribute in double quotes. In: any string. Out: one line, escaped. */
export function xmlAttribute(text: string): string {
  return xmlLine(text).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * Text as the value of an XML attribute in double quotes, white space kept: what stands for the words of a
 * text must be as long as they are. In: any string. Out: one line, escaped, each line end or tab one space.
 */
export function xmlExactAttribute(text: string): string {
  return text
    .replace(forbidden, '')
    .replace(/[\t\n\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
