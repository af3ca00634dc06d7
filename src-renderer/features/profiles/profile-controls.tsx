import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../application/react/context';
import { labelIn } from '../../domain/model/language';
import { stances } from '../../domain/model/segment';
import { documentTypes } from '../../domain/model/source';
import { profileUnits, type ProfileFilters, type ProfileRequest } from '../../domain/profile/request';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { Checkbox, FilterMenu, Segmented, Select } from '../../ui';
import { modeColumns } from './start-request';

export interface ProfileControlsProps {
  readonly request: ProfileRequest;
  readonly onChange: (request: ProfileRequest) => void;
}

type ListFilter = 'coderIds' | 'countries' | 'documentTypes';

export function ProfileControls({ request, onChange }: ProfileControlsProps) {
  const { t } = useTranslation('profiles');
  const state = useProjectState();
  const language = useLanguage();
  const { filters } = request;
  const families = [...state.families.values()]
    .filter(({ enabled }) => enabled)
    .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order)
    .map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) || key }));

  const setFilters = (patch: Partial<ProfileFilters>) =>
    onChange({ ...request, filters: { ...filters, ...patch } });
  const setColumns = (familyKey: string, columns: readonly string[] | undefined) => {
    const { codes: _, ...rest } = request;
    onChange({ ...rest, familyKey, ...(columns && { codes: columns }) });
  };
  /** An empty choice restricts nothing: the field goes. */
  const setList = (field: ListFilter, value: readonly string[]) => {
    const { [field]: _, ...rest } = filters;
    onChange({ ...request, filters: value.length > 0 ? { ...rest, [field]: value } : rest });
  };
  const countries = [
    ...new Set([...state.sources.values(), ...state.cases.values()].map(({ country }) => country)),
  ];
  const options = {
    countries: countries.map((id) => ({ id, label: countryName(id, language) || t('noCountry') })),
    documentTypes: documentTypes.map((id) => ({ id, label: t(`library:type.${id}`) })),
    coderIds: [...state.coders.values()].map(({ id, name }) => ({ id, label: name })),
  };

  return (
    <>
      <Select
        label={t('control.family')}
        hideLabel
        value={request.familyKey}
        options={families}
        onChange={(key) => setColumns(key, key === 'mode' ? modeColumns(state.codes) : undefined)}
      />
      <Segmented
        label={t('control.unit')}
        value={request.unit}
        options={profileUnits.map((id) => ({ id, label: t(`unit.${id}`) }))}
        onChange={(unit) => onChange({ ...request, unit })}
      />
      {(['countries', 'documentTypes', 'coderIds'] as const).map((field) => (
        <FilterMenu
          key={field}
          label={t(`control.${field}`)}
          options={options[field]}
          value={filters[field] ?? []}
          onChange={(value) => setList(field, value)}
        />
      ))}
      <FilterMenu
        label={t('control.stances')}
        options={stances.map((id) => ({ id, label: t(`segments:stance.${id}`) }))}
        value={filters.stances}
        onChange={(value) =>
          setFilters({ stances: stances.filter((id) => value.length === 0 || value.includes(id)) })
        }
      />
      {request.familyKey === 'mode' && (
        <Checkbox
          isSelected={request.codes === undefined}
          onChange={(all) => setColumns('mode', all ? undefined : modeColumns(state.codes))}
        >
          {t('control.otherFramings')}
        </Checkbox>
      )}
      <Checkbox
        isSelected={filters.includeUnsure}
        onChange={(includeUnsure) => setFilters({ includeUnsure })}
      >
        {t('control.unsure')}
      </Checkbox>
    </>
  );
}
