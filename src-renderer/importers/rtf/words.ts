/** Control words that stand for a character. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['zwj', '\u200D'],
  ['zwnj', '\u200C'],
  ['zwbo', '\u200B'],
  ['zwnbo', '\u2060'],
  ['ltrmark', '\u200E'],
  ['rtlmark', '\u200F'],
]);

/** The same of backslashes before a character that is no letter. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ['~', '\u00A0'],
  ['-', '\u00AD'],
  ['_', '\u2011'],
  ['\t', '\t'],
]);

/** Destinations that hold no text of the document, though they are not marked as such. */
export const skippedDestinations: ReadonlySet<string> = new Set(
  (
    'colortbl filetbl revtbl listtable rsidtbl nonshppict private1 xe rxe txe tc tcn pntext listtext nonesttables ' +
    'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn shprslt objdata mmathPict fontemb fontfile falt panose ' +
    'bkmkcolf datafield formfield atnicn atntime atnparent themedata colorschememapping datastore sp'
  ).split(' '),
);

/** Destinations that a reader may not know, and that hold text or more destinations all the same. */
export const readDestinations: ReadonlySet<string> = new Set(
  (
    'shppict shpinst do ud fldinst footnote annotation atnid atnauthor atnref atndate atrfstart atrfend ' +
    'nesttableprops moMath moMathPara cs ds ts company category'
  ).split(' '),
);
