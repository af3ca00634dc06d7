import { positionTable, toCodePoints } from '../../../text/positions';
import { isBlank } from '../../../text/range';
import { sentencesOf } from '../../../text/sentences';
import { continuum, type Continuum } from '../../continuum/continuum';
import type { Region } from '../../units/region';
import type { AgreementUnit } from '../request';
import type { MaterialDocument } from './material';

/** A document in positions of characters (code points), with its units where these are regions. */
export interface PlacedDocument {
  readonly continuum: Continuum;
  readonly regions: readonly Region[];
}

/**
 * Works out positions and regions of a document.
 * In: a document, with its text where `textsNeeded` names it, and the unit. Out: its continuum, whose
 * positions are UTF-16 units where these are characters and code points where they are not; its sentences,
 * paragraphs, or itself as a whole. Stretches that show nothing are no units.
 */
export function placed(document: MaterialDocument, unit: AgreementUnit): PlacedDocument {
  const { begin, length, characters, coders, text } = document;
  const table = text && characters !== length ? positionTable(text.text) : undefined;
  const place = (position: number) => (table ? toCodePoints(table, position) : position);
  const spans = coders.map(
    (own) => own && own.map(({ start, end, code }) => ({ start: place(start), end: place(end), code })),
  );
  const whole = table ? characters : length;
  const regions = regionsOf(document, unit).map(({ start, end }) => ({
    start: place(start),
    end: place(end),
  }));
  return { continuum: continuum(whole, table ? spans : coders, begin), regions };
}

function regionsOf(
  { begin, length, language, text }: MaterialDocument,
  unit: AgreementUnit,
): readonly Region[] {
  if (unit === 'source') return [{ start: begin, end: begin + length }];
  if (!text || (unit !== 'sentence' && unit !== 'paragraph')) return [];
  const shown = ({ start, end }: Region) => !isBlank(text.text.slice(start, end));
  if (unit === 'paragraph') return text.blocks.filter(shown);
  return text.blocks
    .flatMap((block) =>
      sentencesOf(text.text.slice(block.start, block.end), language).map(({ start, end }) => ({
        start: block.start + start,
        end: block.start + end,
      })),
    )
    .filter(shown);
}
