/** Marks that LaTeX puts on letters by a command, as the marks of Unicode that follow a letter. */
const marks: { readonly [command: string]: string } = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  k: '\u0328',
  r: '\u030A',
  d: '\u0323',
  b: '\u0331',
};

const letters: { readonly [command: string]: string } = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  ldots: '…',
  dots: '…',
  textasciitilde: '~',
  textbackslash: '\\',
  backslash: '\\',
};

const MARKED = /\\(?:(['`^"~=.])\s*|([uvHckrdb])(?:\s+|(?=\{)))(?:\{\s*(\\?\p{L})\s*\}|(\\?\p{L}))/gu;
const LETTER = new RegExp(`\\\\(${Object.keys(letters).join('|')})(?![A-Za-z])(?:\\{\\}|\\s+)?`, 'g');

/** Reads what LaTeX writes as commands. In: a value of BibTeX. Out: its text in one line, without braces. */
export function plainText(latex: string): string {
  return latex
    .replace(MARKED, (_, sign?: string, letter?: string, braced?: string, bare?: string) => {
      // The dot of i and j is left away under a mark by a command of its own.
      const base = (braced ?? bare ?? '').replace('\\', '');
      return (base + (marks[sign ?? letter ?? ''] ?? '')).normalize('NFC');
    })
    .replace(LETTER, (_, name: string) => letters[name] ?? '')
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => PROTECTED[sign] ?? sign)
    .replace(/\\[A-Za-z]+\*?\s*(?=\{)/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``|''/g, (quotes) => (quotes === '``' ? '“' : '”'))
    .replace(/~/g, ' ')
    .replace(/[{}$]/g, '')
    .replace(/[\uE000-\uE002]/g, (sign) => RESTORED[sign] ?? sign)
    .replace(/\s+/g, ' ')
    .trim();
}

// Signs that are text although they would be markup without their backslash.
const PROTECTED: { readonly [sign: string]: string } = { '{': '\uE000', '}': '\uE001', $: '\uE002' };
const RESTORED: { readonly [sign: string]: string } = { '\uE000': '{', '\uE001': '}', '\uE002': '$' };
