import { useTranslation } from 'react-i18next';
import type { Stage, Staging } from '../../../domain/agreement/drift/stages';
import { useLanguage } from '../../../i18n/use-language';
import { useNumbers } from './use-numbers';

/** What a stage is called below a chart. */
export function useStageNames(by: Staging): (stage: Stage) => string {
  const { t } = useTranslation('drift');
  const language = useLanguage();
  const numbers = useNumbers();
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return ({ key, from, to }) => {
    if (by === 'rounds') return t('time.round', { round: key });
    if (by === 'half-months') {
      const half = key.endsWith('01') ? 'time.firstHalf' : 'time.secondHalf';
      return t(half, { month: month.format(new Date(key)) });
    }
    const [first, last] = [numbers.day(from), numbers.day(to)];
    return first === last ? first : t('time.span', { from: first, to: last });
  };
}
