import { countOf, type Decoded } from './charset';

/**
 * Johab (KS X 1001, annex 3), which no browser decodes. A syllable is one bit and three times five for its
 * initial, medial and final letter; signs and hanja are pairs that stand in the same order as in EUC-KR,
 * which browsers do decode.
 */
const NONE = -1;
const ABSENT = -2;

/** Letters by their five bits: their place in Unicode's order, NONE for a letter left out. */
const initials = letters([1, NONE], [2, 0, 19]);
const medials = letters([2, NONE], [3, 0, 5], [10, 5, 6], [18, 11, 6], [26, 17, 4]);
const finals = letters([1, NONE], [2, 0, 16], [19, 16, 11]);

const loneInitials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const loneMedials = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const loneFinals = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

/** Runs of codes: the first code, the letter that it stands for, and how many follow in order. */
function letters(...runs: readonly (readonly [code: number, letter: number, count?: number])[]): number[] {
  const table = new Array<number>(32).fill(ABSENT);
  for (const [code, letter, count = 1] of runs) for (let i = 0; i < count; i++) table[code + i] = letter + i;
  return table;
}

/** Decodes Johab, with U+FFFD for each pair without a meaning. */
export function decodeJohab(bytes: Uint8Array): Decoded {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead < 0x80) {
      parts.push(String.fromCharCode(lead));
      at += 1;
      continue;
    }
    if (trail < 0x31) {
      // A pair that is cut by a line end must not take the line end with it.
      parts.push('\uFFFD');
      at += 1;
      continue;
    }
    parts.push(lead >= 0x84 && lead <= 0xd3 ? syllable(lead, trail) : signs.decode(eucPair(lead, trail)));
    at += 2;
  }
  const text = parts.join('');
  return { text, encoding: 'johab', replaced: countOf(text, '\uFFFD') };
}

function syllable(lead: number, trail: number): string {
  const bits = (lead << 8) | trail;
  const initial = initials[(bits >> 10) & 31] ?? ABSENT;
  const medial = medials[(bits >> 5) & 31] ?? ABSENT;
  const final = finals[bits & 31] ?? ABSENT;
  if (initial >= 0 && medial >= 0 && final >= NONE)
    return String.fromCharCode(0xac00 + (initial * 21 + medial) * 28 + final + 1);
  if (initial >= 0 && medial === NONE && final === NONE) return loneInitials.charAt(initial);
  if (initial === NONE && medial >= 0 && final === NONE) return loneMedials.charAt(medial);
  if (initial === NONE && medial === NONE && final >= 0) return loneFinals.charAt(final);
  return '\uFFFD';
}

const signs = new TextDecoder('euc-kr');
const NOTHING = Uint8Array.of(0xff);

/** Two rows of 94 signs stand under one lead byte. */
function eucPair(lead: number, trail: number): Uint8Array {
  const isSign = lead >= 0xd9 && lead <= 0xde;
  const isHanja = lead >= 0xe0 && lead <= 0xf9;
  const isTrail = (trail >= 0x31 && trail <= 0x7e) || (trail >= 0x91 && trail <= 0xfe);
  if (!(isSign || isHanja) || !isTrail) return NOTHING;
  const row = isSign ? 2 * (lead - 0xd9) : 2 * lead - 0x197;
  const place = trail < 0x91 ? trail - 0x31 : trail - 0x43;
  return Uint8Array.of(0xa1 + row + (place < 94 ? 0 : 1), 0xa1 + (place % 94));
}
