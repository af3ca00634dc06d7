import { useTranslation } from 'react-i18next';
import { useBlind } from '../../application/react/blind';
import { useProjectState } from '../../application/react/context';
import { labelIn } from '../../domain/model/language';
import { stances } from '../../domain/model/segment';
import { documentTypes } from '../../domain/model/source';
import {
  codingLayers,
  profileUnits,
  type CodingLayer,
  type ProfileFilters,
  type ProfileRequest,
} from '../../domain/profile/request';
import { personsOf } from '../../domain/agreement/settle/agreed-layer';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { FilterMenu, Segmented, Select } from '../../ui';
import { modeColumns } from '../../domain/profile/start-request';
import type { Scene } from './use-scene';

type ListFilter = 'coderIds' | 'countries' | 'documentTypes';
/** Stands for the family of modes with only the four that are compared. */
const FOUR_MODES = 'four-modes';

/** Who codes blind has no choice of coders: figures are their own. */
const listFilters = (isBlind: boolean): readonly ListFilter[] =>
  isBlind ? ['countries', 'documentTypes'] : ['countries', 'documentTypes', 'coderIds'];

export interface ProfileControlsProps {
  readonly scene: Scene;
  readonly onChange: (patch: Partial<Scene>) => void;
}

/** What is counted: family, unit, and what of the project the figures rest on. */
export function ProfileControls({ scene, onChange }: ProfileControlsProps) {
  const { t } = useTranslation('profiles');
  const state = useProjectState();
  const { isBlind } = useBlind();
  const language = useLanguage();
  const { request, form, crossedFamily } = scene;
  const { filters } = request;
  const ask = (next: ProfileRequest) => onChange({ request: next });
  const four = modeColumns(state.codes);
  const families = [...state.families.values()]
    .filter(({ enabled }) => enabled)
    .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order)
    .map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) || key }));

  const setFamily = (id: string) => {
    const { codes: _, ...rest } = request;
    if (id === FOUR_MODES && four) ask({ ...rest, familyKey: 'mode', codes: four });
    else ask({ ...rest, familyKey: id });
  };
  const setFilters = (patch: Partial<ProfileFilters>) =>
    ask({ ...request, filters: { ...filters, ...patch } });
  /** An empty choice restricts nothing: the field goes. */
  const setList = (field: ListFilter, value: readonly string[]) => {
    const { [field]: _, ...rest } = filters;
    ask({ ...request, filters: value.length > 0 ? { ...rest, [field]: value } : rest });
  };
  const countries = new Set(
    [...state.sources.values(), ...state.cases.values()].map(({ country }) => country),
  );
  const options = {
    countries: [...countries]
      .map((id) => ({ id, label: countryName(id, language) || t('noCountry') }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
    documentTypes: documentTypes.map((id) => ({ id, label: t(`library:type.${id}`) })),
    coderIds: personsOf(state).map(({ id, name }) => ({ id, label: name })),
  };

  return (
    <>
      <Select
        label={t('control.family')}
        hideLabel
        value={request.familyKey === 'mode' && request.codes ? FOUR_MODES : request.familyKey}
        options={four ? [{ id: FOUR_MODES, label: t('control.fourModes') }, ...families] : families}
        onChange={setFamily}
      />
      {form === 'crossed' ? (
        <Select
          label={t('control.crossed')}
          hideLabel
          value={crossedFamily ?? null}
          options={families
            .filter(({ id }) => id !== request.familyKey)
            .map(({ id, label }) => ({ id, label: t('control.crossedWith', { family: label }) }))}
          onChange={(key) => onChange({ crossedFamily: key })}
        />
      ) : (
        <Segmented
          label={t('control.unit')}
          value={request.unit}
          options={profileUnits.map((id) => ({ id, label: t(`unit.${id}`) }))}
          onChange={(unit) => ask({ ...request, unit })}
        />
      )}
      {listFilters(isBlind).map((field) => (
        <FilterMenu
          key={field}
          label={t(`control.${field}`)}
          options={options[field]}
          value={filters[field] ?? []}
          onChange={(value) => setList(field, value)}
        />
      ))}
      {state.coders.size > 1 && !isBlind && (
        <Select
          label={t('layer.label')}
          hideLabel
          value={filters.layer ?? 'any'}
          options={codingLayers.map((id) => ({ id, label: t(`layer.${id}`) }))}
          onChange={(layer) => setFilters({ layer: layer as CodingLayer })}
        />
      )}
      <FilterMenu
        label={t('control.stances')}
        options={stances.map((id) => ({ id, label: t(`segments:stance.${id}`) }))}
        value={filters.stances.length === stances.length ? [] : filters.stances}
        onChange={(value) =>
          setFilters({ stances: stances.filter((id) => value.length === 0 || value.includes(id)) })
        }
      />
      <Segmented
        label={t('control.certainty')}
        value={filters.includeUnsure ? 'any' : 'certain'}
        options={(['any', 'certain'] as const).map((id) => ({ id, label: t(`certainty.${id}`) }))}
        onChange={(certainty) => setFilters({ includeUnsure: certainty === 'any' })}
      />
    </>
  );
}
