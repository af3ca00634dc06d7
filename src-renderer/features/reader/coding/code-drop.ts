import type { CodeId } from '../../../domain/model/ids';
import type { CodedSegment } from '../../../domain/model/segment';
import type { TextRange } from '../../../domain/text/range';
import type { Reader } from '../engine/reader';

/** What is dragged is a code; its id is read only at the drop, as browsers allow it. */
const TYPE = 'application/x-parallax-code';

export function startCodeDrag(transfer: DataTransfer, codeId: CodeId): void {
  transfer.effectAllowed = 'copy';
  transfer.setData(TYPE, codeId);
}

export interface CodeDropEvents {
  readonly onPassage: (range: TextRange, codeId: CodeId) => void;
  readonly onSegment: (segment: CodedSegment, codeId: CodeId) => void;
}

/**
 * Lets codes be dropped on the text: on the selected passage wherever the pointer is in it, else on the
 * segment under the pointer, else on the selected passage. A line shows what a drop would mean.
 */
export function acceptCodes(reader: Reader, events: CodeDropEvents): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const { body } = reader.view;
  const target = (event: DragEvent): { range: TextRange; segment: CodedSegment | null } | null => {
    const character = reader.view.characterAt(event.clientX, event.clientY);
    const { range } = reader;
    const isInRange = range && character !== null && character >= range.start && character < range.end;
    const segment = character === null || isInRange ? null : (reader.topSegmentAt(character) ?? null);
    if (segment) return { range: segment, segment };
    return range && { range, segment: null };
  };
  const isCode = (event: DragEvent): boolean => event.dataTransfer?.types.includes(TYPE) ?? false;
  body.addEventListener(
    'dragover',
    (event) => {
      if (!isCode(event)) return;
      const found = target(event);
      reader.surface.setTarget(found?.range ?? null);
      if (found) event.preventDefault();
    },
    { signal },
  );
  body.addEventListener('dragleave', () => reader.surface.setTarget(null), { signal });
  body.addEventListener(
    'drop',
    (event) => {
      reader.surface.setTarget(null);
      const codeId = event.dataTransfer?.getData(TYPE);
      const found = codeId ? target(event) : null;
      if (!codeId || !found) return;
      event.preventDefault();
      if (found.segment) events.onSegment(found.segment, codeId);
      else events.onPassage(found.range, codeId);
    },
    { signal },
  );
  return () => controller.abort();
}
