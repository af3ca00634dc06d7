import { useTranslation } from 'react-i18next';
import { figureText } from '../../../domain/agreement/paper/document';
import type { AgreementResult } from '../../../domain/agreement/study/report';

/** A figure as it is read: value and interval, or a dash and the reason. */
export function useFigureText(): (result: AgreementResult | undefined) => string {
  const { t } = useTranslation('paper');
  return (result) => {
    if (!result) return '—';
    return result.reason === null ? figureText(result) : `— ${t(`reason.${result.reason}`)}`;
  };
}
