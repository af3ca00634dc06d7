import type { TextRange } from './range';
import { segmenterFor } from './segmenters';

/**
 * Sentences: the boundaries of UAX #29 as `Intl.Segmenter` gives them, mended where they are known to
 * fail documents of this field (official prose in English, Japanese, Korean and Chinese).
 */

const openingAtEnd = /[\p{Ps}\p{Pi}]+$/u;
// "1." or "(2)." or "３．": the number belongs to the sentence that it counts.
const enumerator = /^\s*[(（[［]?\p{N}{1,3}[.．)）\]］]+\s*$/u;
const title = /(?:^|[^\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Rep|St|vs|cf|e\.g|i\.e)\.\s+$/u;
const citation = /(?:^|[^\p{L}\p{N}])(?:[Aa]rts?|Nos?|[Ss]ecs?|[Ff]igs?|[Vv]ol|[Cc]h|pp?|[Pp]aras?)\.\s+$/u;
// "U.S. Department", but "in the U.S. The police": only words that often open a sentence end it.
const initials = /(?:^|[^\p{L}\p{N}])(?:\p{Lu}\.)+\s+$/u;
const opener = /^(?:The|This|These|That|It|In|On|At|For|However|But|And|He|She|They|We|A|An)\s/;
// 「…。」と述べた: a quotation that ends with its own full stop goes on with a particle.
const quotation = /[。！？!?.][\p{Pe}\p{Pf}]+$/u;
const particle = /^(?:と(?!ころ|き|ても|も)|って|など|の(?!ち)|を|、|，)/;

/** Whether a segment that ends here runs on into what follows. */
function runsOn(segment: string, rest: string): boolean {
  if (enumerator.test(segment)) return true;
  // The last words are enough, and searching them is quick.
  const tail = segment.slice(-24);
  return (
    title.test(tail) ||
    (citation.test(tail) && /^\p{N}/u.test(rest)) ||
    (initials.test(tail) && !opener.test(rest)) ||
    (quotation.test(tail) && particle.test(rest))
  );
}

/**
 * Sentences of a text without line feeds that matter.
 * In: a text and its language (BCP 47). Out: ranges that cover it without gaps; white space after a
 * sentence belongs to it.
 */
export function sentencesOf(text: string, language: string): readonly TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  for (const { index, segment } of segmenterFor(language, 'sentence').segment(text)) {
    let end = index + segment.length;
    if (end < text.length) {
      // UAX #29 does not tell opening from closing brackets: 「次。（注」 would end after the bracket.
      end -= openingAtEnd.exec(segment)?.[0].length ?? 0;
      if (end <= start || runsOn(text.slice(start, end), text.slice(end, end + 12))) continue;
    }
    sentences.push({ start, end });
    start = end;
  }
  return sentences;
}
