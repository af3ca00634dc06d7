import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeenState } from '../../application/react/blind';
import { ancestorsOf, codesInOrder } from '../../domain/codebook/tree';
import { labelIn } from '../../domain/model/language';
import { stances, type Certainty, type Stance } from '../../domain/model/segment';
import type { SegmentFilter } from '../../domain/retrieval/filter';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { Button, CodeGlyph, FilterMenu, SearchField, Segmented } from '../../ui';

type ListField = 'countries' | 'sourceIds' | 'codeIds' | 'coderIds' | 'stances';

/** An empty choice is no filter: the field goes. */
function chosen(query: SegmentFilter, field: ListField, value: readonly string[]): SegmentFilter {
  const { [field]: _, ...rest } = query;
  return value.length === 0 ? rest : { ...rest, [field]: value };
}

export function FilterBar({
  query,
  onChange,
}: {
  query: SegmentFilter;
  onChange: (query: SegmentFilter) => void;
}) {
  const { t } = useTranslation('segments');
  const options = useOptions();
  const menu = (field: ListField) => (
    <FilterMenu
      key={field}
      label={t(`filter.${field}`)}
      options={options[field]}
      value={query[field] ?? []}
      onChange={(value) => onChange(chosen(query, field, value))}
    />
  );
  const setText = (text: string) => {
    const { text: _, ...rest } = query;
    onChange(text === '' ? rest : { ...rest, text });
  };
  const setCertainty = (certainty: Certainty | 'any') => {
    const { certainty: _, ...rest } = query;
    onChange(certainty === 'any' ? rest : { ...rest, certainty });
  };
  const several = (query.codeIds?.length ?? 0) > 1;
  return (
    <>
      <SearchField label={t('filter.text')} value={query.text ?? ''} onChange={setText} />
      {menu('codeIds')}
      {several && (
        <Segmented
          label={t('filter.codeMatch')}
          value={query.codeMatch ?? 'any'}
          options={(['any', 'all'] as const).map((id) => ({ id, label: t(`codeMatch.${id}`) }))}
          onChange={(codeMatch) => onChange({ ...query, codeMatch })}
        />
      )}
      {menu('countries')}
      {menu('sourceIds')}
      {menu('coderIds')}
      {menu('stances')}
      <Segmented
        label={t('filter.certainty')}
        value={query.certainty ?? 'any'}
        options={(['any', 'certain', 'unsure'] as const).map((id) => ({ id, label: t(`certainty.${id}`) }))}
        onChange={setCertainty}
      />
      {Object.keys(query).length > 0 && (
        <Button kind="quiet" onPress={() => onChange({})}>
          {t('clearFilters')}
        </Button>
      )}
    </>
  );
}

function useOptions() {
  const { t } = useTranslation('segments');
  const language = useLanguage();
  const state = useSeenState();
  return useMemo(() => {
    const countries = new Set([...state.sources.values()].map(({ country }) => country));
    return {
      countries: [...countries]
        .map((id) => ({ id, label: countryName(id, language) || t('noCountry') }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
      sourceIds: [...state.sources.values()]
        .filter(({ id }) => state.segmentsBySource.has(id))
        .map(({ id, title }) => ({ id, label: title }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
      codeIds: codesInOrder(state)
        .filter((code) => state.families.get(code.familyId)?.enabled)
        .map((code) => ({
          id: code.id,
          label: labelIn(code.labels, language) || code.key,
          icon: code.codable && <CodeGlyph code={code} />,
          depth: ancestorsOf(state, code.id).length,
        })),
      coderIds: [...state.coders.values()].map(({ id, name }) => ({ id, label: name })),
      stances: stances.map((id: Stance) => ({ id, label: t(`stance.${id}`) })),
    };
  }, [state, language, t]);
}
