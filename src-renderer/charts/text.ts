/** Widths of classes of characters in em, a little generous: SVG cannot measure before it is laid out. */
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{3ffff}]/u;
const narrow = /[ijltfrI.,:;'’!|()[\]·\s]/;
const broad = /[mwMW@%—…]/;

function characterWidth(character: string): number {
  if (wide.test(character)) return 1;
  if (narrow.test(character)) return 0.32;
  if (broad.test(character)) return 0.88;
  return /[A-Z]/.test(character) ? 0.68 : 0.57;
}

/** Estimated width. In: text and its font size in pixels. Out: pixels. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * fontSize;
}

/** Text cut to a width. In: text, pixels, font size. Out: the text, or its beginning with an ellipsis. */
export function fitText(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const room = width - textWidth('…', fontSize);
  let kept = '';
  for (const character of text) {
    if (textWidth(kept + character, fontSize) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** What must not begin a line in Japanese, Chinese and Korean: closing marks, small kana, repetition marks. */
const closing = '[、。，．・：；！？）」』】〉》〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々…%％]';
/** A word with the space after it, or one wide character: where lines may break. */
const breakable = new RegExp(`(?:${wide.source}|(?:(?!${wide.source})\\S)+)${closing}*\\s*|\\s+`, 'gu');

/** Text in lines. In: text, pixels, font size, most lines. Out: lines; the last is cut where it must be. */
export function wrapText(text: string, width: number, fontSize: number, most = Infinity): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(breakable)) {
    if (line && textWidth((line + piece).trimEnd(), fontSize) > width && lines.length + 1 < most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines.map((each) => fitText(each, width, fontSize));
}
