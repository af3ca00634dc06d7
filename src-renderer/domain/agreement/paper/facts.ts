import { withDescendants } from '../../codebook/tree';
import { isFinished, progressOf } from '../../coders/progress';
import type { CodingPackage } from '../../model/collaboration';
import type { CoderId } from '../../model/ids';
import type { ProjectState } from '../../model/project';
import type { AgreementReport } from '../study/report';

/** A coder as a paper speaks of them. */
export interface PaperCoder {
  readonly id: CoderId;
  /** C1, C2, … or the initials. */
  readonly name: string;
  readonly segments: number;
  readonly sourcesCoded: number;
  /** Sources that the coder said they are done with, those without anything to code among them. */
  readonly sourcesFinished: number;
  /** Packages that the coder was given, so that nothing of others was seen while coding. */
  readonly packages: readonly CodingPackage[];
}

/** How coders are called. */
export const coderNamings = ['pseudonyms', 'initials'] as const;
export type CoderNaming = (typeof coderNamings)[number];

/** What decisions on disagreements came to. */
export interface Settled {
  readonly total: number;
  /** The coding of one coder was taken. */
  readonly one: number;
  readonly both: number;
  readonly edited: number;
  readonly none: number;
}

/** What is known of how a project was double-coded: everything here is counted, nothing supposed. */
export interface PaperFacts {
  readonly coders: readonly PaperCoder[];
  readonly sources: number;
  readonly characters: number;
  readonly doubleSources: number;
  readonly doubleCharacters: number;
  /** Double-coded sources that one of the coders has not finished. */
  readonly unfinished: number;
  /** Packages for second coders who are compared, by round. */
  readonly packages: readonly CodingPackage[];
  readonly settled: Settled;
}

/**
 * Gathers what a paper says of double coding.
 * In: the project, the report of agreement, and how coders are called. Out: the facts; coders in the order of
 * the report.
 */
export function paperFacts(state: ProjectState, report: AgreementReport, naming: CoderNaming): PaperFacts {
  const packages = [...state.packages.values()]
    .filter(({ purpose, coderId }) => purpose === 'second-coder' && report.coders.includes(coderId))
    .toSorted((a, b) => a.round - b.round || (a.createdAt < b.createdAt ? -1 : 1));
  const sources = [...state.sources.values()];
  return {
    coders: namesOf(state, report.coders, naming).map(({ id, name }) => ({
      id,
      name,
      ...workOf(state, id),
      packages: packages.filter(({ coderId }) => coderId === id),
    })),
    sources: sources.length,
    characters: sources.reduce((sum, { characters }) => sum + characters, 0),
    doubleSources: report.documents.length,
    doubleCharacters: report.documents.reduce((sum, { characters }) => sum + characters, 0),
    unfinished: report.documents.filter(({ unfinished }) => unfinished.length > 0).length,
    packages,
    settled: settledIn(state, report),
  };
}

/** Initials that two coders share would not tell them apart: a number follows them then. */
function namesOf(state: ProjectState, coders: readonly CoderId[], naming: CoderNaming) {
  const initials = coders.map((id) => state.coders.get(id)?.initials ?? '');
  return coders.map((id, i) => {
    const own = initials[i] ?? '';
    if (naming === 'pseudonyms' || own === '') return { id, name: `C${i + 1}` };
    const isShared = initials.filter((each) => each === own).length > 1;
    const before = initials.slice(0, i + 1).filter((each) => each === own).length;
    return { id, name: isShared ? `${own}${before}` : own };
  });
}

function workOf(state: ProjectState, coder: CoderId) {
  let segments = 0;
  let sourcesCoded = 0;
  let sourcesFinished = 0;
  for (const { id } of state.sources.values()) {
    const own = (state.segmentsBySource.get(id) ?? []).filter(({ coderId }) => coderId === coder).length;
    segments += own;
    if (own > 0) sourcesCoded++;
    if (isFinished(progressOf(state, id, coder))) sourcesFinished++;
  }
  return { segments, sourcesCoded, sourcesFinished };
}

/** Decisions on what the report is about, as the open ones beside them are: its codes, its coders, its sources. */
function settledIn(state: ProjectState, report: AgreementReport): Settled {
  const codes = withDescendants(state, report.codes);
  const coders = new Set(report.coders);
  const sources = new Set(report.documents.map(({ id }) => id));
  const decisions = [...state.decisions.values()].filter(
    ({ kind, sourceId, considered }) =>
      kind !== 'agreed' &&
      sources.has(sourceId) &&
      considered.some(({ coderId, tags }) => coders.has(coderId) && tags.some((tag) => codes.has(tag))),
  );
  const count = (...wanted: readonly string[]) =>
    decisions.filter(({ settlement }) => wanted.includes(settlement)).length;
  return {
    total: decisions.length,
    one: count('first', 'second'),
    both: count('both'),
    edited: count('edited'),
    none: count('none'),
  };
}
