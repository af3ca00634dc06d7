/**
 * Radicals that fonts give in place of the whole characters they look like, although Unicode's own
 * compatibility mapping does not know them. From Unicode's EquivalentUnifiedIdeograph.txt, as far as they
 * are everyday characters.
 */
const SUPPLEMENT =
  '⺁厂⺊卜⺌小⺒巳⺓幺⺝月⺟母⺠民⺩王⺫目⺬示⺮竹⺶羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const supplement = new Map<string, string>();
for (let i = 0; i < SUPPLEMENT.length; i += 2) supplement.set(SUPPLEMENT.charAt(i), SUPPLEMENT.charAt(i + 1));

// Symbol fonts put their signs at U+F000 + code; these are the ones that begin items of lists.
const symbols = new Map([
  ['\uF0B7', '•'],
  ['\uF0A7', '▪'],
  ['\uF0D8', '➢'],
  ['\uF06E', '■'],
  ['\uF06C', '●'],
  ['\uF0FC', '✓'],
  ['\uF02D', '−'],
]);

// Radicals, the private use area, and the presentation forms of letters and ligatures.
const DRAWN = /[\u2E80-\u2FDF\uE000-\uF8FF\uFB00-\uFDFF\uFE70-\uFEFC]/;
const ALL_DRAWN = new RegExp(DRAWN, 'g');

/**
 * Puts right what stands in the text layer of a PDF for drawing's sake: radicals U+2E80–2FDF become the
 * characters they are, ligatures and the shapes of Arabic letters the letters that make them up, list signs
 * of symbol fonts signs; control characters and byte order marks go. The rest is not normalised.
 */
export function mendCharacters(text: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = text.replace(/[\0-\x1F\x7F]/g, ' ').replaceAll('\uFEFF', '');
  if (!DRAWN.test(clean)) return clean;
  return clean.replace(
    ALL_DRAWN,
    (character) => supplement.get(character) ?? symbols.get(character) ?? character.normalize('NFKC'),
  );
}

/** How many characters of a text have no meaning outside the font they were drawn with. */
export const unmappedCharacters = (text: string): number => text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
