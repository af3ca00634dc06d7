import type { AgreementReport } from '../../agreement/study/report';
import type { Table } from './csv';

/**
 * The figures of agreement as a table, one row each.
 * In: a report, with names in place of ids where people are to read it (`namedReport`). Out: the table;
 * `value` is empty where `reason` says why, `below_667` and `below_800` are the share of resamples under
 * the target, and the last columns the spread over single documents.
 */
export function agreementTable({ results, unit, n, bootstrap }: AgreementReport): Table {
  return {
    columns: [
      ...['coefficient', 'match', 'unit', 'code', 'source', 'country', 'language', 'coder_a', 'coder_b'],
      ...['value', 'reason', 'low', 'high', 'below_667', 'below_800', 'resamples', 'seed', 'units_in_all'],
      ...['documents', 'documents_min', 'documents_median', 'documents_max', 'prevalence', 'bias', 'details'],
    ],
    rows: results.map(({ coefficient, match, scope, value, reason, low, high, details }) => [
      coefficient,
      match ?? null,
      unit,
      scope.code ?? null,
      scope.source ?? null,
      scope.country ?? null,
      scope.language ?? null,
      scope.pair?.[0] ?? null,
      scope.pair?.[1] ?? null,
      value,
      reason,
      low,
      high,
      details['below667'] ?? null,
      details['below800'] ?? null,
      low === null ? null : (bootstrap?.resamples ?? null),
      low === null ? null : (bootstrap?.seed ?? null),
      n,
      details['documents'] ?? null,
      details['documentsMin'] ?? null,
      details['documentsMedian'] ?? null,
      details['documentsMax'] ?? null,
      details['prevalence'] ?? null,
      details['bias'] ?? null,
      Object.entries(details)
        .filter(([name]) => !ownColumn.has(name))
        .map(([name, figure]) => `${name} ${figure}`)
        .join('; ') || null,
    ]),
  };
}

const ownColumn: ReadonlySet<string> = new Set([
  ...['below667', 'below800', 'prevalence', 'bias'],
  ...['documents', 'documentsMin', 'documentsMedian', 'documentsMax'],
]);
