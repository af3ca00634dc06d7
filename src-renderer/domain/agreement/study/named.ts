import { labelIn, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { AgreementReport, AgreementScope } from './report';

/** What people call the coders, codes and sources of a report, by id. What is not listed keeps its id. */
export interface ReportNames {
  readonly coders: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Names of a report. In: the project, a report of it, and the language of code labels. Out: the names; two
 * of one kind that would read alike get the key of the code, or the id, behind them.
 */
export function reportNames(
  state: ProjectState,
  { coders, codes, documents, leftOut }: Pick<AgreementReport, 'coders' | 'codes' | 'documents' | 'leftOut'>,
  language: LabelLanguage,
): ReportNames {
  const sources = [...documents.map(({ id }) => id), ...leftOut.map(({ source }) => source)];
  return {
    coders: distinct(coders, (id) => ({ name: state.coders.get(id)?.name ?? id, tag: id })),
    codes: distinct(codes, (id) => {
      const code = state.codes.get(id);
      return { name: labelIn(code?.labels ?? {}, language) || id, tag: code?.key || id };
    }),
    sources: distinct(sources, (id) => ({ name: state.sources.get(id)?.title ?? id, tag: id })),
  };
}

function distinct(
  ids: readonly string[],
  of: (id: string) => { readonly name: string; readonly tag: string },
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(of(id).name, (counts.get(of(id).name) ?? 0) + 1);
  return new Map(
    ids.map((id) => {
      const { name, tag } = of(id);
      return [id, (counts.get(name) ?? 0) > 1 ? `${name} (${tag})` : name];
    }),
  );
}

/**
 * A report for readers outside the project: what the command line writes and the window exports as JSON.
 * In: a report and names. Out: the same report with names in place of ids.
 */
export function namedReport(report: AgreementReport, names: ReportNames): AgreementReport {
  const coder = (id: string) => names.coders.get(id) ?? id;
  const code = (id: string) => names.codes.get(id) ?? id;
  const source = (id: string) => names.sources.get(id) ?? id;
  const scope = (of: AgreementScope): AgreementScope => ({
    ...of,
    ...(of.code === undefined ? {} : { code: code(of.code) }),
    ...(of.source === undefined ? {} : { source: source(of.source) }),
    ...(of.pair === undefined ? {} : { pair: [coder(of.pair[0]), coder(of.pair[1])] as const }),
  });
  return {
    ...report,
    coders: report.coders.map(coder),
    codes: report.codes.map(code),
    documents: report.documents.map((document) => ({
      ...document,
      id: source(document.id),
      coders: document.coders.map(coder),
      unfinished: document.unfinished.map(coder),
    })),
    leftOut: report.leftOut.map((each) => ({ ...each, source: source(each.source) })),
    results: report.results.map((result) => ({ ...result, scope: scope(result.scope) })),
    influences: report.influences.map((each) => ({
      ...each,
      scope: scope(each.scope),
      without:
        'coder' in each.without
          ? { coder: coder(each.without.coder) }
          : { source: source(each.without.source) },
    })),
  };
}
