import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { comparisons, type Comparison } from '../../application/navigation';
import { useNavigation, usePlace, useProjectState } from '../../application/react/context';
import { Button, EmptyState, Page, runCommand, Segmented } from '../../ui';
import { AgreementBody, TableDialog } from './agreement';
import { Drift } from './drift';
import { Paper } from './paper';
import { SettleView } from './settle/settle-view';
import styles from './compare.module.css';

/** What each comparison shows below the choice of them. */
const bodies: { readonly [C in Comparison]?: ComponentType } = {
  agreement: AgreementBody,
  settle: SettleView,
  drift: Drift,
  paper: Paper,
};

/** How far coders agree, where they differ, and what they settled on. */
export function CompareView() {
  const { t } = useTranslation('compare');
  const navigation = useNavigation();
  const state = useProjectState();
  const place = usePlace();
  const comparison = (place.view === 'compare' && place.comparison) || 'agreement';
  const Body = bodies[comparison];
  const [isTableOpen, setTableOpen] = useState(false);
  return (
    <Page
      title={t('title')}
      scrollsItself={comparison === 'settle'}
      toolbar={
        <Segmented
          label={t('comparisons')}
          value={comparison}
          options={comparisons.map((id) => ({ id, label: t(`comparison.${id}`) }))}
          onChange={(next) => navigation.replace({ view: 'compare', comparison: next })}
        />
      }
    >
      {state.coders.size < 2 || !Body ? (
        <EmptyState
          title={t('oneCoder.title')}
          action={
            <div className={styles['ways']}>
              <Button kind="primary" onPress={() => runCommand('file.package')}>
                {t('packages:command')}
              </Button>
              <Button onPress={() => runCommand('file.merge')}>{t('merge:command')}</Button>
              <Button onPress={() => setTableOpen(true)}>{t('agreement:fromTable.action')}</Button>
            </div>
          }
        >
          {t('oneCoder.text')}
        </EmptyState>
      ) : (
        <Body />
      )}
      <TableDialog isOpen={isTableOpen} onClose={() => setTableOpen(false)} />
    </Page>
  );
}
