import { stableGuid } from '../../../model/guid';
import type { XmlElement } from '../../../model/carried';
import type { ProjectState } from '../../../model/project';
import type { CodedSegment } from '../../../model/segment';
import type { Source } from '../../../model/source';
import { toCodePoints } from '../../../text/positions';
import { xmlLine } from '../../xml';
import type { RefiCoding, RefiPdfSource, RefiTextSelection, RefiTextSource, RefiValue } from '../model';
import { isWrittenAsPdf, pdfPath, representationGuid, textPath } from '../members';
import { clip } from './clip';
import type { MemoIndex } from './memos';
import type { RefiOptions } from './options';
import { sourceValues } from './variables';

/** What of other rows goes into a source. */
export interface SourceParts {
  readonly memos: MemoIndex;
  /** Values of the source's case that are to stand in the source as well. */
  readonly caseValues: readonly RefiValue[];
  /** Areas of a PDF that are handed on, made valid. */
  readonly areas: readonly XmlElement[];
}

/** In: the project, a source, what goes into it. Out: the source as REFI-QDA has it. */
export function sourceOf(
  state: ProjectState,
  source: Source,
  parts: SourceParts,
  options: RefiOptions,
): RefiTextSource | RefiPdfSource {
  const { memos } = parts;
  const hasFile = options.files.has(source.id);
  const user = [...state.project.values()][0]?.currentCoderId ?? '';
  const authorship = { user, at: source.createdAt, modifiedBy: user, modifiedAt: source.modifiedAt };
  const common = {
    ...authorship,
    guid: source.id,
    name: xmlLine(source.title) || xmlLine(source.fileName) || source.id,
    description: options.profile.memosAsDescription ? memos.text('sources', source.id) : '',
    codings: [],
    notes: memos.guids('sources', source.id),
    values: [...sourceValues(state, source), ...parts.caseValues],
  };
  const path = textPath(source, hasFile);
  const segments = state.segmentsBySource.get(source.id) ?? [];
  const selections = segments.flatMap((segment) => selectionsOf(segment, memos, options));
  if (!isWrittenAsPdf(source, hasFile))
    return { ...common, kind: 'text', path, richTextPath: '', content: null, selections };
  return {
    ...common,
    kind: 'pdf',
    path: pdfPath(source),
    currentPath: '',
    areas: parts.areas,
    representation: {
      ...authorship,
      guid: representationGuid(source.id),
      name: common.name,
      description: '',
      path,
      richTextPath: '',
      content: null,
      selections,
      codings: [],
      notes: [],
      values: [],
    },
  };
}

/** In: a segment. Out: its selection with a coding for each tag, or one selection for each. */
function selectionsOf(
  segment: CodedSegment,
  memos: MemoIndex,
  { profile, tables }: RefiOptions,
): readonly RefiTextSelection[] {
  const table = tables.get(segment.sourceId);
  const position = (units: number) => (table ? toCodePoints(table, units) : units);
  const selection: RefiTextSelection = {
    guid: segment.id,
    // As long as the words are: names tell a reader in which unit and to which end positions count.
    name: clip(segment.quote),
    description: profile.memosAsDescription ? memos.text('segments', segment.id) : '',
    start: position(segment.start),
    end: position(segment.end),
    codings: segment.tags.map((code) => codingOf(segment, code)),
    notes: memos.guids('segments', segment.id),
    user: segment.coderId,
    at: segment.createdAt,
    modifiedBy: segment.coderId,
    modifiedAt: segment.modifiedAt,
  };
  if (!profile.selectionPerCoding || selection.codings.length < 2) return [selection];
  // The first keeps the segment's GUID and memos, so that what points at it still does.
  return selection.codings.map((coding, index) =>
    index === 0
      ? { ...selection, codings: [coding] }
      : {
          ...selection,
          guid: stableGuid(segment.id, coding.code, 'selection'),
          description: '',
          notes: [],
          codings: [coding],
        },
  );
}

const codingOf = (segment: CodedSegment, code: string): RefiCoding => ({
  guid: stableGuid(segment.id, code),
  code,
  user: segment.coderId,
  at: segment.createdAt,
  notes: [],
});
