import { randomGuid, seeded, type Random } from './random';

/** Pieces of text that break whoever counts in the wrong unit, normalises, or cuts clusters. */
export const pieces = [
  'The Government said <no> & "never" — ',
  '政府は𠮷野𡈽地区で𩸽を',
  '👩‍👩‍👧‍👦 families and 👮🏽‍♀️ police ',
  'e\u0301tude of cafe\u0301s, ',
  '각\u1112\u1161\u11ab 한국 정부는 ',
  '拐卖𪚥𠀋妇女儿童',
  'tab\there  and \u200bzero width ',
  ' ]]> <!-- --> &amp; ',
  'a\u0007bell, \u2028 and \u0085 line ends ',
] as const;

/** Chance with the ways in which rows differ. */
export class Maker {
  readonly random: Random;
  #clock = 0;
  constructor(seed: number) {
    this.random = seeded(seed);
  }
  id = (): string => randomGuid(this.random);
  pick = <T>(list: readonly T[]): T => this.random.pick(list);
  chance = (share: number): boolean => this.random.next() < share;
  at = (): string => new Date(Date.UTC(2026, 0, 1) + this.#clock++ * 1234).toISOString();
  words = (many = 3): string =>
    Array.from({ length: this.random.whole(1, many) }, () => this.pick(pieces)).join('');
  list = <T>(from: number, to: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: this.random.whole(from, to) }, (_, index) => make(index));
}
