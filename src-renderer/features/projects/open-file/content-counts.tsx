import { useTranslation } from 'react-i18next';
import type { ProjectState } from '../../../domain/model/project';
import { useLanguage } from '../../../i18n/use-language';
import { Counts } from '../../../ui';
import { countsOf } from './counts';

/** How much of everything a project holds. */
export function ContentCounts({ state }: { state: ProjectState }) {
  const { t } = useTranslation('projects');
  const number = new Intl.NumberFormat(useLanguage());
  const counts = countsOf(state).map(([id, count]) => ({
    id,
    label: t(`openFile.count.${id}`, { count }),
    value: number.format(count),
  }));
  return <Counts label={t('openFile.contents')} columns={4} counts={counts} />;
}
