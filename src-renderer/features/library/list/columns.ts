import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeenState } from '../../../application/react/blind';
import { useSession } from '../../../application/react/context';
import { progresses, progressOf } from '../../../domain/coders/progress';
import type { ProjectState } from '../../../domain/model/project';
import type { Source, Variable } from '../../../domain/model/source';
import { countryName, languageName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';

/** A column of the list: what it shows of a source and what it sorts by. */
export interface Column {
  readonly id: string;
  readonly label: string;
  /** Least width in CSS pixels, and the share of what is left over. */
  readonly width: number;
  readonly grow: number;
  readonly numeric: boolean;
  readonly text: (source: Source) => string;
  /** '' for nothing. */
  readonly sortKey: (source: Source) => string | number;
}

const number = (value: number, language: string) => value.toLocaleString(language);

/** The columns in their order: the fields of a source, then the researcher's own variables. */
export function useColumns(): readonly Column[] {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const { segmentsBySource, variables, progress } = useSeenState();
  const { coderId } = useSession();
  return useMemo(() => {
    const text = (id: string, width: number, grow: number, read: (source: Source) => string): Column => ({
      id,
      label: t(`field.${id}`),
      width,
      grow,
      numeric: false,
      text: read,
      sortKey: read,
    });
    const count = (id: string, width: number, read: (source: Source) => number): Column => ({
      id,
      label: t(`field.${id}`),
      width,
      grow: 0,
      numeric: true,
      text: (source) => number(read(source), language),
      sortKey: read,
    });
    return [
      text('title', 280, 3, (source) => source.title),
      text('country', 108, 1, (source) => countryName(source.country, language)),
      text('date', 102, 0, (source) => source.date),
      text('documentType', 124, 1, ({ documentType }) => (documentType ? t(`type.${documentType}`) : '')),
      text('language', 96, 1, (source) => languageName(source.language, language)),
      count('segments', 92, (source) => segmentCount(segmentsBySource, source)),
      {
        ...text('progress', 150, 1, (source) =>
          t(`reader:progress.${progressOf({ progress, segmentsBySource }, source.id, coderId)}`),
        ),
        sortKey: (source) =>
          progresses.indexOf(progressOf({ progress, segmentsBySource }, source.id, coderId)),
      },
      count('characters', 100, (source) => source.characters),
      text('actor', 140, 1, (source) => source.actor),
      text('outlet', 120, 1, (source) => source.outlet),
      ...[...variables.values()].map((variable) => variableColumn(variable, language, t)),
    ];
  }, [t, language, segmentsBySource, variables, progress, coderId]);
}

const segmentCount = (segments: ProjectState['segmentsBySource'], { id }: Source) =>
  segments.get(id)?.length ?? 0;

function variableColumn(variable: Variable, language: string, t: (key: string) => string): Column {
  const { id, name, type } = variable;
  const value = (source: Source) => source.variables[id] ?? '';
  return {
    id: `variable:${id}`,
    label: name,
    width: 120,
    grow: 1,
    numeric: type === 'integer' || type === 'float',
    text: (source) => {
      const given = value(source);
      if (typeof given === 'boolean') return t(given ? 'yes' : 'no');
      return typeof given === 'number' ? number(given, language) : given;
    },
    sortKey: (source) => {
      const given = value(source);
      return typeof given === 'boolean' ? Number(given) : given;
    },
  };
}
