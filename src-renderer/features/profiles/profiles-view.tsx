import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { profileForms, type Evidence } from '../../application/navigation';
import { useBlind, useSeenState } from '../../application/react/blind';
import { useNavigation, useSession } from '../../application/react/context';
import { SmallMultiples, StackedBars, useWidth } from '../../charts';
import { crossedTable } from '../../domain/exchange/tables/crossed-table';
import { profileTable } from '../../domain/exchange/tables/profile-table';
import { labelIn } from '../../domain/model/language';
import { crossedProfile } from '../../domain/profile/crossed-profile';
import { framingProfile } from '../../domain/profile/profile';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { Button, EmptyState, Page, Segmented } from '../../ui';
import { CaseList } from './cases/case-list';
import { CrossedFigure } from './crossed-figure';
import { EvidencePanel } from './evidence/evidence-panel';
import { ProfileControls } from './profile-controls';
import { ProfileTable } from './profile-table';
import styles from './profiles.module.css';
import { ReadingHelp } from './evidence/reading-help';
import { SaveMenu } from './save-menu';
import { useFigure } from './use-figure';
import { useAsked, useScene } from './use-scene';

/** How each country frames the problem: one profile object behind chart, table, files and passages. */
export function ProfilesView() {
  const { t } = useTranslation('profiles');
  const state = useSeenState();
  const { isBlind } = useBlind();
  const session = useSession();
  const navigation = useNavigation();
  const language = useLanguage();
  const { scene, change, open } = useScene();
  const { form, crossedFamily, evidence } = scene;
  const request = useAsked(scene.request);
  const profile = useMemo(() => framingProfile(state, request), [state, request]);
  const crossed = useMemo(
    () => (form === 'crossed' && crossedFamily ? crossedProfile(state, request, crossedFamily) : null),
    [state, request, form, crossedFamily],
  );
  const figure = useFigure(profile, evidence);
  const [box, width] = useWidth<HTMLDivElement>();
  const chart = useRef<HTMLDivElement>(null);
  const chosenBar = () => chart.current?.querySelector<SVGElement>('[aria-pressed=true]');
  const show = (next: Evidence) => change({ evidence: next });
  const familyName = (key: string) => {
    const family = [...state.families.values()].find((each) => each.key === key);
    return (family && labelIn(family.labels, language)) || key;
  };
  const names = {
    family: familyName(request.familyKey),
    crossed: crossedFamily ? familyName(crossedFamily) : '',
    denominator: t(`profiles:${profile.denominator.key}`),
  };
  const layer = request.filters.layer ?? 'any';
  // Said as soon as there is a choice: the figures of one project differ by it.
  const coding = isBlind
    ? t('layer.blind')
    : layer !== 'any'
      ? t('layer.said', { layer: t(`layer.${layer}`) })
      : session.info.agreedCoderId && t('layer.anyButAgreed');
  const table = () => {
    const options = { language, countryName: (key: string) => countryName(key, language) };
    if (!crossed) return profileTable(profile, options);
    return crossedTable(crossed, {
      ...options,
      familyName: names.family,
      crossedFamilyName: names.crossed,
    });
  };
  const close = () => {
    const bar = chosenBar();
    change({});
    bar?.focus();
  };
  // Coming back from a passage, the bar that it is counted in is in sight.
  const isDrawn = width > 0;
  useEffect(() => {
    if (isDrawn) chart.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
  }, [isDrawn]);

  const bars = {
    codes: figure.codes,
    panels: figure.panels,
    label: figure.label,
    width,
    onSelect: (country: string, codeId: string) => show({ country, codeId }),
  };
  return (
    <div className={styles['view']}>
      <Page
        title={t('title')}
        subtitle={[t(crossed ? 'subtitleCrossed' : 'subtitle', names), coding].filter(Boolean).join(' · ')}
        actions={
          <>
            <Segmented
              label={t('form.label')}
              value={form}
              options={profileForms.map((id) => ({ id, label: t(`form.${id}`) }))}
              onChange={(next) => change({ form: next })}
            />
            <SaveMenu
              what={
                crossed
                  ? `${names.family} × ${names.crossed}`
                  : `${names.family} ${t(`unit.${profile.unit}`)}`
              }
              table={table}
              figure={() => chart.current?.querySelector('svg') ?? null}
              isDisabled={profile.rows.length === 0}
            />
          </>
        }
        toolbar={<ProfileControls scene={scene} onChange={change} />}
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
            <div ref={chart} className={styles['figure']}>
              {isDrawn && form === 'bars' && <SmallMultiples {...bars} />}
              {isDrawn && form === 'stacked' && <StackedBars {...bars} />}
              {isDrawn && crossed && crossedFamily && (
                <CrossedFigure
                  rows={crossed}
                  familyKey={crossedFamily}
                  label={t('figureCrossed', names)}
                  width={width}
                  evidence={evidence}
                  onSelect={show}
                />
              )}
            </div>
            {form !== 'crossed' && (
              <ProfileTable
                profile={profile}
                evidence={evidence}
                onSelect={(country, codeId) => show({ country, codeId })}
              />
            )}
            <CaseList profile={profile} />
          </div>
        )}
      </Page>
      {evidence ? (
        <EvidencePanel
          request={request}
          evidence={evidence}
          opened={scene.segmentId}
          onOpen={open}
          onClose={close}
        />
      ) : (
        <ReadingHelp form={form} unit={request.unit} />
      )}
    </div>
  );
}
