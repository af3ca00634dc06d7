import type { Code } from '../../../domain/model/codebook';
import type { CodeId, CoderId } from '../../../domain/model/ids';
import { labelIn, type LabelLanguage } from '../../../domain/model/language';
import type { ProjectState } from '../../../domain/model/project';
import type { CodedSegment } from '../../../domain/model/segment';
import type { SegmentLook } from '../engine/look';
import type { LookOf } from '../engine/surface';

/** A code that was removed by another window while its segment is still shown. */
const noCode = { color: '#767676', symbol: 'none', pattern: 'solid' } as const;

type Tables = Pick<ProjectState, 'codes' | 'families' | 'coders'>;

/**
 * How segments look: led by their mode, for that is what the study is about, else by their first code.
 * In: the tables, the coder at work, the language of names. Out: the look of a segment, made once for each.
 */
export function lookOfSegments(tables: Tables, coderId: CoderId, language: LabelLanguage): LookOf {
  const looks = new WeakMap<CodedSegment, SegmentLook>();
  return (segment) => {
    let look = looks.get(segment);
    if (!look) looks.set(segment, (look = makeLook(tables, coderId, language, segment)));
    return look;
  };
}

/** The codes of a segment, the leading one first. */
export function codesOf({ codes, families }: Tables, tags: readonly CodeId[]): readonly Code[] {
  const known = tags.flatMap((tag) => codes.get(tag) ?? []);
  const lead = known.find(({ familyId }) => families.get(familyId)?.key === 'mode') ?? known[0];
  return lead ? [lead, ...known.filter((code) => code !== lead)] : [];
}

function makeLook(
  tables: Tables,
  coderId: CoderId,
  language: LabelLanguage,
  segment: CodedSegment,
): SegmentLook {
  const [lead, ...others] = codesOf(tables, segment.tags);
  const other = segment.coderId === coderId ? null : tables.coders.get(segment.coderId);
  return {
    lead: lead ?? noCode,
    label: lead ? labelIn(lead.labels, language) || lead.key : '',
    others,
    initials: other === null ? null : (other?.initials ?? '?'),
    coder: other?.name ?? null,
    unsure: segment.certainty === 'unsure',
  };
}
