import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation, usePlace, useProjectState } from '../../application/react/context';
import { SmallMultiples, StackedBars, useWidth } from '../../charts';
import { framingProfile } from '../../domain/profile/profile';
import { Button, EmptyState, Page, Segmented } from '../../ui';
import { CaseList } from './case-list';
import { EvidencePanel } from './evidence-panel';
import { ProfileControls } from './profile-controls';
import { ProfileTable } from './profile-table';
import styles from './profiles.module.css';
import { SaveMenu } from './save-menu';
import { startRequest } from './start-request';
import { useFigure } from './use-figure';

type Form = 'bars' | 'stacked';

/** How each country frames the problem: one profile object behind chart, table, files and passages. */
export function ProfilesView() {
  const { t } = useTranslation('profiles');
  const state = useProjectState();
  const navigation = useNavigation();
  const place = usePlace();
  const { request: asked, evidence } = place.view === 'profiles' ? place : {};
  const request = useMemo(() => asked ?? startRequest(state.codes), [asked, state.codes]);
  const profile = useMemo(() => framingProfile(state, request), [state, request]);
  const figure = useFigure(profile);
  const [form, setForm] = useState<Form>('bars');
  const [box, width] = useWidth<HTMLDivElement>();
  const chart = useRef<HTMLDivElement>(null);
  const Chart = form === 'bars' ? SmallMultiples : StackedBars;
  const show = (country: string, codeId: string) =>
    navigation.replace({ view: 'profiles', request, evidence: { country, codeId } });

  return (
    <div className={styles['view']}>
      <Page
        title={t('title')}
        subtitle={t('subtitle', {
          family: figure.familyName,
          denominator: t(`profiles:${profile.denominator.key}`),
        })}
        actions={
          <>
            <Segmented
              label={t('form.label')}
              value={form}
              options={(['bars', 'stacked'] as const).map((id) => ({ id, label: t(`form.${id}`) }))}
              onChange={setForm}
            />
            <SaveMenu profile={profile} figure={() => chart.current?.querySelector('svg') ?? null} />
          </>
        }
        toolbar={
          <ProfileControls
            request={request}
            onChange={(next) => navigation.replace({ view: 'profiles', request: next })}
          />
        }
      >
        <div ref={box} className={styles['width']} />
        {profile.rows.length === 0 ? (
          <EmptyState
            title={t('empty.title')}
            action={<Button onPress={() => navigation.go({ view: 'library' })}>{t('empty.action')}</Button>}
          >
            {t('empty.text')}
          </EmptyState>
        ) : (
          <div className={styles['sections']}>
            <figure ref={chart} className={styles['figure']}>
              {width > 0 && (
                <Chart
                  codes={figure.codes}
                  panels={figure.panels}
                  label={figure.label}
                  width={width}
                  onSelect={show}
                />
              )}
              <figcaption>{t('caption', { denominator: t(`denominator.${profile.unit}`) })}</figcaption>
            </figure>
            <ProfileTable profile={profile} onSelect={show} />
            <CaseList profile={profile} />
          </div>
        )}
      </Page>
      {evidence && (
        <EvidencePanel
          request={request}
          evidence={evidence}
          onClose={() => navigation.replace({ view: 'profiles', request })}
        />
      )}
    </div>
  );
}
