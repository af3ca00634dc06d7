import type { Code, CodeFamily } from '../model/codebook';
import type { Stamp } from '../model/ids';
import { labelIn } from '../model/language';
import { shorten } from '../text/graphemes';

/**
 * What a change label calls a code or a family.
 * In: the row and the stamp, whose language is wanted. Out: its label in one line of at most 60
 * graphemes, else its key.
 */
export const nameOf = (row: Code | CodeFamily, stamp: Stamp): string =>
  shorten(labelIn(row.labels, stamp.language ?? 'en') || row.key);
