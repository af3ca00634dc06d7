import { useTranslation } from 'react-i18next';
import { useProjectState } from '../../../application/react/context';
import { codingCoders } from '../../../domain/agreement/study/material/coders';
import { comparedCodes } from '../../../domain/agreement/study/material/from-project';
import type { AgreementRequest } from '../../../domain/agreement/study/request';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { FilterMenu, Select } from '../../../ui';
import { useWords } from './words';

export interface ControlsProps {
  readonly request: AgreementRequest;
  readonly onChange: (patch: Partial<AgreementRequest>) => void;
}

/** Whose work is compared, and where. */
export function Controls({ request, onChange }: ControlsProps) {
  const { t } = useTranslation('agreement');
  const state = useProjectState();
  const language = useLanguage();
  const words = useWords();
  const families = [...state.families.values()]
    .filter(({ enabled }) => enabled)
    .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order);
  const familyOf = (key: string) => families.find((each) => each.key === key);
  const { codes: choice, sources } = request;
  const family =
    'family' in choice
      ? choice.family
      : (families.find(({ id }) => id === state.codes.get(choice.codes[0] ?? '')?.familyId)?.key ?? '');
  const ofFamily = comparedCodes(state, { family }).codes;
  const setSources = (field: keyof typeof sources, value: readonly string[]) => {
    const { [field]: _, ...rest } = sources;
    onChange({ sources: value.length > 0 ? { ...rest, [field]: value } : rest });
  };
  const all = [...state.sources.values()];
  const byName = <T extends { readonly label: string }>(options: readonly T[]) =>
    options.toSorted((a, b) => a.label.localeCompare(b.label, language));
  const options = {
    countries: byName(
      [...new Set(all.map(({ country }) => country))].map((id) => ({ id, label: words.country(id) })),
    ),
    languages: byName(
      [...new Set(all.map((source) => source.language))].map((id) => ({ id, label: words.tongue(id) })),
    ),
    ids: byName(all.map(({ id, title }) => ({ id, label: title }))),
  };
  const persons = codingCoders(state);
  return (
    <>
      <Select
        label={t('control.family')}
        hideLabel
        value={family}
        options={families.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) || key }))}
        onChange={(key) => familyOf(key) && onChange({ codes: { family: key } })}
      />
      <FilterMenu
        label={t('control.codes')}
        options={ofFamily.map((id) => ({ id, label: words.code(id) }))}
        value={'family' in choice ? [] : choice.codes}
        onChange={(ids) =>
          onChange({
            codes: ids.length > 0 ? { codes: ofFamily.filter((id) => ids.includes(id)) } : { family },
          })
        }
      />
      <FilterMenu
        label={t('control.coders')}
        options={persons.map((id) => ({ id, label: words.coder(id) }))}
        value={request.coders.length === persons.length ? [] : request.coders}
        onChange={(ids) =>
          onChange({ coders: ids.length > 0 ? persons.filter((id) => ids.includes(id)) : persons })
        }
      />
      {(['ids', 'countries', 'languages'] as const).map((field) => (
        <FilterMenu
          key={field}
          label={t(`control.${field}`)}
          options={options[field]}
          value={sources[field] ?? []}
          onChange={(value) => setSources(field, value)}
        />
      ))}
    </>
  );
}
