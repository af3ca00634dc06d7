import { pairsOf } from '../../table/counts';
import type { AgreementScope } from '../report';
import type { AgreementGrouping } from '../request';
import type { Subject, SubjectDocument } from './subject';

/** Part of a subject that figures are of. */
export interface Part {
  readonly scope: AgreementScope;
  readonly subject: Subject;
  /** The code, or null for all together. */
  readonly code: string | null;
  /** Which of the subject's documents (or units of a table), by index; null for all. */
  readonly only: readonly number[] | null;
}

/**
 * Takes a subject apart.
 * In: the subject and by what. Out: everything together first; then code by code, whether or not it was
 * asked for (coefficients of one code have no other place), then each other grouping in the order asked
 * for, all codes of a group before each code of it where codes were asked for.
 */
export function partsOf(subject: Subject, per: readonly AgreementGrouping[]): readonly Part[] {
  const byCode = (part: Omit<Part, 'code'>): readonly Part[] => [
    { ...part, code: null },
    ...subject.codes.map((code) => ({ ...part, scope: { ...part.scope, code }, code })),
  ];
  const whole = byCode({ scope: {}, subject, only: null });
  const groups = [...new Set(per)].flatMap((grouping) => groupsOf(subject, grouping));
  return [
    ...whole,
    ...groups.flatMap((group) => (per.includes('code') ? byCode(group) : [{ ...group, code: null }])),
  ];
}

function groupsOf(subject: Subject, grouping: AgreementGrouping): readonly Omit<Part, 'code'>[] {
  switch (grouping) {
    case 'code':
      return [];
    case 'pair':
      return pairsOf(subject.coders.length).map(([a, b]) => ({
        scope: { pair: [subject.coders[a] ?? '', subject.coders[b] ?? ''] },
        subject: subject.coders.length === 2 ? subject : subject.among([a, b]),
        only: null,
      }));
    case 'source':
      return subject.documents.map(({ id }, index) => ({ scope: { source: id }, subject, only: [index] }));
    case 'country':
      return byValue(subject, ({ country }) => country).map(([country, only]) => ({
        scope: { country },
        subject,
        only,
      }));
    case 'language':
      return byValue(subject, ({ language }) => language).map(([language, only]) => ({
        scope: { language },
        subject,
        only,
      }));
  }
}

function byValue(
  { documents }: Subject,
  valueOf: (document: SubjectDocument) => string,
): readonly (readonly [string, readonly number[]])[] {
  const groups = new Map<string, number[]>();
  documents.forEach((document, index) => {
    const value = valueOf(document);
    const known = groups.get(value);
    if (known) known.push(index);
    else groups.set(value, [index]);
  });
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
