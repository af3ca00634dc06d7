import type { Block } from '../../../../domain/model/source';
import { moveBoundary, rangeAround, type TextUnit } from '../../../../domain/text/boundaries';
import { snapToGraphemes } from '../../../../domain/text/graphemes';
import { trimRange, type TextRange } from '../../../../domain/text/range';

/** A caret or a selected passage: the anchor stays where it is while the focus moves. */
export interface TextSelection {
  readonly anchor: number;
  readonly focus: number;
}

export type Direction = 'forward' | 'backward';

/** What selections move in. */
export interface Ground {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: string;
}

export const rangeOf = ({ anchor, focus }: TextSelection): TextRange => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
});

export const selectionOf = ({ start, end }: TextRange): TextSelection => ({ anchor: start, focus: end });

export const isCaret = ({ anchor, focus }: TextSelection): boolean => anchor === focus;

export const caretAt = (position: number): TextSelection => ({ anchor: position, focus: position });

/** Moves the focus by a unit. Without `extend` a selected passage first shrinks to the edge on that side. */
export function moveBy(
  { text, blocks, language }: Ground,
  selection: TextSelection,
  unit: TextUnit,
  direction: Direction,
  extend: boolean,
): TextSelection {
  if (!extend && unit === 'grapheme' && !isCaret(selection)) {
    const { start, end } = rangeOf(selection);
    return caretAt(direction === 'forward' ? end : start);
  }
  const focus = moveBoundary(text, blocks, selection.focus, unit, direction, language);
  return extend ? { anchor: selection.anchor, focus } : caretAt(focus);
}

/** Selects the unit at the caret; asked again, takes in the next one as well. */
export function growBy(
  { text, blocks, language }: Ground,
  selection: TextSelection,
  unit: TextUnit,
): TextSelection {
  const { start, end } = rangeOf(selection);
  const first = rangeAround(text, blocks, start, unit, language);
  if (!first) return selection;
  const last = end > start ? rangeAround(text, blocks, end - 1, unit, language) : first;
  const whole = { start: first.start, end: Math.max(first.end, last?.end ?? 0) };
  const isThere = whole.start === start && whole.end === end;
  const focus = isThere ? moveBoundary(text, blocks, end, unit, 'forward', language) : whole.end;
  return { anchor: whole.start, focus };
}

/**
 * Selects the next unit on one side in place of what is selected, and from a caret the one it stands in.
 * Out: null when there is none.
 */
export function stepBy(
  { text, blocks, language }: Ground,
  selection: TextSelection,
  unit: TextUnit,
  direction: Direction,
): TextSelection | null {
  const { start, end } = rangeOf(selection);
  const forward = direction === 'forward';
  const within = isCaret(selection) ? rangeAround(text, blocks, start, unit, language) : null;
  if (within && (forward ? within.end > start : within.start < start)) return selectionOf(within);
  const probe = forward ? end : moveBoundary(text, blocks, start, unit, 'backward', language);
  const range = rangeAround(text, blocks, probe, unit, language);
  return range && (forward ? range.end > end : range.start < start) ? selectionOf(range) : null;
}

/** What a person who drew over text meant: whole graphemes, without white space at the ends. */
export function tidied(text: string, selection: TextSelection): TextSelection {
  const range = trimRange(text, snapToGraphemes(text, rangeOf(selection)));
  if (range.start === range.end) {
    const { focus } = selection;
    return caretAt(snapToGraphemes(text, { start: focus, end: focus }).start);
  }
  return selection.focus < selection.anchor ? { anchor: range.end, focus: range.start } : selectionOf(range);
}

/** Moves one end of a passage by a unit, always leaving something; white space at the ends goes. */
export function resized(
  { text, blocks, language }: Ground,
  range: TextRange,
  edge: 'start' | 'end',
  direction: Direction,
  unit: TextUnit,
): TextRange {
  const moved = moveBoundary(text, blocks, range[edge], unit, direction, language);
  const next = trimRange(text, edge === 'end' ? { ...range, end: moved } : { ...range, start: moved });
  return next.end > next.start ? next : range;
}
