import type { CodeId, CoderId } from '../model/ids';
import type { CodedSegment, Stance } from '../model/segment';
import type { DocumentType, PartialDate, Source } from '../model/source';

/** What is counted. The three are never mixed: each has a denominator of its own (see `framingProfile`). */
export const profileUnits = ['segments', 'characters', 'documents'] as const;
export type ProfileUnit = (typeof profileUnits)[number];

/** Whose coding is counted: every person's, the agreed layer's, or what more than half gave (see `codingOf`). */
export const codingLayers = ['any', 'agreed', 'majority'] as const;
export type CodingLayer = (typeof codingLayers)[number];

/** What of the project a figure rests on. A list that is absent restricts nothing; an empty one keeps nothing. */
export interface ProfileFilters {
  readonly coderIds?: readonly CoderId[];
  /** 'any' where absent. */
  readonly layer?: CodingLayer;
  readonly includeUnsure: boolean;
  readonly stances: readonly Stance[];
  readonly countries?: readonly string[];
  /** '' stands for sources without a document type. */
  readonly documentTypes?: readonly (DocumentType | '')[];
  /** Inclusive at its own precision: `2009` begins on 1 January and, as `dateTo`, ends on 31 December. */
  readonly dateFrom?: PartialDate;
  readonly dateTo?: PartialDate;
}

/**
 * Who speaks a framing in order to reject it does not frame the problem that way, so rejections are left
 * out unless they are asked for. What a filter leaves out is counted and said (`ProfileFigures.leftOut`).
 */
export const standardFilters: ProfileFilters = { includeUnsure: true, stances: ['asserts', 'reports'] };

export interface ProfileRequest {
  /** Key of the code family that is profiled: 'mode', 'actor', 'level', … */
  readonly familyKey: string;
  readonly unit: ProfileUnit;
  readonly groupBy: 'country';
  readonly filters: ProfileFilters;
  /** The codes that make the columns; all top-level codes of the family when absent. */
  readonly codes?: readonly CodeId[];
}

const earliest = (date: PartialDate) => date + '-01-01'.slice(Math.max(0, date.length - 4));
const latest = (date: PartialDate) => date + '-12-31'.slice(Math.max(0, date.length - 4));

/**
 * Whether the filters keep a source.
 * In: filters and a source. Out: true when its country and type are wanted and the days that its date
 * may mean meet the wanted period. A source without a date is in no period.
 */
export function keepsSource(filters: ProfileFilters, source: Source): boolean {
  const { countries, documentTypes, dateFrom, dateTo } = filters;
  if (countries && !countries.includes(source.country)) return false;
  if (documentTypes && !documentTypes.includes(source.documentType)) return false;
  if (!dateFrom && !dateTo) return true;
  if (!source.date) return false;
  return (
    (!dateFrom || latest(source.date) >= earliest(dateFrom)) &&
    (!dateTo || earliest(source.date) <= latest(dateTo))
  );
}

/** Whether the filters keep a segment (its source apart). In: filters and a segment. Out: true when they do. */
export function keepsSegment(filters: ProfileFilters, segment: CodedSegment): boolean {
  return (
    (filters.includeUnsure || segment.certainty === 'certain') &&
    filters.stances.includes(segment.stance) &&
    (!filters.coderIds || filters.coderIds.includes(segment.coderId))
  );
}
