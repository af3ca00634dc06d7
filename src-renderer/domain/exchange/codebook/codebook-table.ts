import { ancestorsOf, codesInOrder } from '../../codebook/tree';
import type { CodeId } from '../../model/ids';
import { labelIn, labelLanguages, type LabelLanguage } from '../../model/language';
import type { ProjectState } from '../../model/project';
import type { Cell, Table } from './tables/csv';

/**
 * The codebook as a table, one row per code, in codebook order, families not in use included.
 * In: the project and the language for names of families and parents. Out: the table; `segments` and
 * `sources` count what carries the code itself, `segments_with_below` also what carries a code below it.
 */
export function codebookTable(state: ProjectState, language: LabelLanguage): Table {
  const use = usage(state);
  const rows = codesInOrder(state).map((code): readonly Cell[] => {
    const family = state.families.get(code.familyId);
    const parent = code.parentId === null ? undefined : state.codes.get(code.parentId);
    const used = use.get(code.id);
    return [
      code.id,
      code.key,
      labelIn(family?.labels ?? {}, language),
      family?.key ?? '',
      family?.enabled ?? false,
      parent ? labelIn(parent.labels, language) : '',
      parent?.id ?? '',
      ...labelLanguages.map((each) => code.labels[each] ?? ''),
      code.definition,
      code.include,
      code.exclude,
      code.response,
      code.color,
      code.symbol,
      code.pattern,
      code.shortcut,
      code.codable,
      used?.direct ?? 0,
      used?.withBelow ?? 0,
      used?.sources.size ?? 0,
    ];
  });
  return {
    columns: [
      'code_id',
      'key',
      'family',
      'family_key',
      'family_in_use',
      'parent',
      'parent_id',
      ...labelLanguages.map((each) => `label_${each.toLowerCase().replace('-', '_')}`),
      'definition',
      'include',
      'exclude',
      'response',
      'color',
      'symbol',
      'pattern',
      'shortcut',
      'codable',
      'segments',
      'segments_with_below',
      'sources',
    ],
    rows,
  };
}

interface Usage {
  direct: number;
  withBelow: number;
  readonly sources: Set<string>;
}

function usage(state: ProjectState): ReadonlyMap<CodeId, Usage> {
  const use = new Map<CodeId, Usage>();
  const lines = new Map<CodeId, readonly CodeId[]>();
  for (const id of state.codes.keys()) {
    use.set(id, { direct: 0, withBelow: 0, sources: new Set() });
    lines.set(id, [id, ...ancestorsOf(state, id).map((ancestor) => ancestor.id)]);
  }
  for (const { tags, sourceId } of state.segments.values()) {
    for (const tag of tags) {
      const used = use.get(tag);
      if (!used) continue;
      used.direct++;
      used.sources.add(sourceId);
    }
    for (const id of new Set(tags.flatMap((tag) => lines.get(tag) ?? []))) {
      const used = use.get(id);
      if (used) used.withBelow++;
    }
  }
  return use;
}
