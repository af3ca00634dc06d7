import { useTranslation } from 'react-i18next';
import type { Exported } from '../../application/export';
import { toast } from '../../ui';

/** Says what came of an export: saved, saved without some of it, or not. Says nothing when it was cancelled. */
export function useFinish(): (exporting: Promise<Exported>) => Promise<void> {
  const { t } = useTranslation('exchange');
  return async (exporting) => {
    const exported = await exporting;
    if (!exported.ok) {
      toast({ kind: 'problem', text: t(`failure.${exported.error.kind}`) });
      return;
    }
    const { outcome, losses } = exported.value;
    if (outcome === 'cancelled') return;
    const lost = losses.map(({ key, params }) => t(`exchange-report:${key}`, params)).join(' ');
    toast({ text: lost ? t('savedWithout', { lost }) : t('saved') });
  };
}
