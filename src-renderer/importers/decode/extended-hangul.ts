const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11172;
/** The first bytes after which the extension uses all its second bytes; later ones leave room for KS X 1001. */
const LAST_WIDE_LEAD = 0xa0;
const WIDE_ROW = 178;
const NARROW_ROW = 84;

let known: string | undefined;

/** The syllables that KS X 1001 lacks, in the order of Unicode, in which CP949 has them too. */
const syllables = (): string => (known ??= missingSyllables());

/**
 * Decodes a pair of bytes that CP949 has beyond KS X 1001.
 * In: two bytes. Out: the syllable, or undefined where the pair is none of the extension.
 */
export function extendedHangul(lead: number, trail: number): string | undefined {
  const place = placeOf(trail);
  if (place === undefined || lead < 0x81 || lead > 0xc6) return undefined;
  const isWide = lead <= LAST_WIDE_LEAD;
  if (!isWide && place >= NARROW_ROW) return undefined;
  const row = isWide
    ? (lead - 0x81) * WIDE_ROW
    : (LAST_WIDE_LEAD + 1 - 0x81) * WIDE_ROW + (lead - LAST_WIDE_LEAD - 1) * NARROW_ROW;
  return syllables()[row + place];
}

/** Second bytes are the capital letters, the small letters, and all from 81. */
function placeOf(trail: number): number | undefined {
  if (trail >= 0x41 && trail <= 0x5a) return trail - 0x41;
  if (trail >= 0x61 && trail <= 0x7a) return trail - 0x61 + 26;
  return trail >= 0x81 && trail <= 0xfe ? trail - 0x81 + 52 : undefined;
}

function missingSyllables(): string {
  const decoder = new TextDecoder('euc-kr');
  const standard = new Set<string>();
  // KS X 1001 has its syllables in 25 rows of 94.
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) standard.add(decoder.decode(Uint8Array.of(lead, trail)));
  let missing = '';
  for (let i = 0; i < SYLLABLES; i++) {
    const syllable = String.fromCharCode(FIRST_SYLLABLE + i);
    if (!standard.has(syllable)) missing += syllable;
  }
  return missing;
}
