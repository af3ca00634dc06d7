import type { ProjectState } from '../../model/project';
import { agreedCoderOf, mapped, type Comparison, type IdMap } from './comparison';
import type { CoderSummary, FileSummary } from './types';

/**
 * Whether a file is to be merged at all.
 * In: the comparison. Out: 'empty' when it has neither sources nor codes nor cases; 'skipped' when it is another
 * project's, which is asked about before anything: of another id, with sources none of which the project has. A
 * project without sources has nothing by which to tell, and any file may come in.
 */
export function standingOf({ base, file, index, asking }: Comparison): FileSummary['standing'] {
  const [a, b] = [base.state, file.content.state];
  if (b.sources.size + b.codes.size + b.segments.size + b.cases.size + b.memos.size === 0) return 'empty';
  const isOurs = [...b.project.keys()].some((id) => a.project.has(id));
  if (isOurs || a.sources.size === 0 || b.sources.size === 0 || sharesSource({ base, file })) return 'merged';
  const sharedCodes = [...b.codes.keys()].filter((id) => a.codes.has(id)).length;
  const name = projectName(b);
  const chosen = asking.ask(
    {
      ...({
        file: index,
        kind: 'foreign',
        table: 'project',
        theirs: [...b.project.keys()][0] ?? '',
      } as const),
      ...{ ours: null, name, ourName: projectName(a), segments: b.segments.size },
      fields: [{ field: 'codes', ours: String(a.codes.size), theirs: String(sharedCodes) }],
      options: ['merge', 'skip'],
      required: true,
    },
    'skip',
  );
  return chosen === 'merge' ? 'merged' : 'skipped';
}

function sharesSource({ base, file }: Pick<Comparison, 'base' | 'file'>): boolean {
  const hashes = new Set([...base.state.sources.values()].map(({ hash }) => hash));
  const texts = new Set([...base.texts.values()].map(({ text }) => text));
  return [...file.content.state.sources.values()].some(({ id, hash }) => {
    if (base.state.sources.has(id)) return true;
    const text = file.content.texts.get(id)?.text;
    return (hashes.has(hash) && !/^0*$/.test(hash)) || (text !== undefined && text !== '' && texts.has(text));
  });
}

const projectName = ({ project }: ProjectState): string => [...project.values()][0]?.name ?? '';

/** Counts a file: who coded, what was found and what is new. */
export function summaryOf(
  { base, file }: Comparison,
  standing: FileSummary['standing'],
  ids: IdMap | undefined,
  united: ProjectState['segments'],
): FileSummary {
  const { state } = file.content;
  const layer = agreedCoderOf(state);
  const isNew = (id: string): boolean => {
    if (!ids) return false;
    const own = mapped(ids, 'segments', id);
    return united.has(own) && !base.state.segments.has(own);
  };
  const segments = [...state.segments.values()];
  const coders: CoderSummary[] = [];
  for (const { id, name } of state.coders.values()) {
    if (id === layer) continue;
    const own = segments.filter(({ coderId }) => coderId === id);
    const said = [...state.progress.values()].filter((each) => each.coderId === id && each.finished);
    if (own.length + said.length === 0) continue;
    const added = own.filter((segment) => isNew(segment.id)).length;
    coders.push({ name, segments: own.length, added, finished: said.length });
  }
  const count = (table: 'sources' | 'codes') => {
    const rows = [...state[table].keys()];
    const found = ids ? rows.filter((id) => base.state[table].has(mapped(ids, table, id))).length : 0;
    return { matched: found, added: ids ? rows.length - found : 0 };
  };
  return {
    name: file.name,
    project: projectName(state),
    coders,
    sources: count('sources'),
    segments: { all: segments.length, added: segments.filter(({ id }) => isNew(id)).length },
    codes: count('codes'),
    standing,
  };
}
