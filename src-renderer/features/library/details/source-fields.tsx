import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import { documentTypes, type DocumentType, type Source } from '../../../domain/model/source';
import type { SourceAbout } from '../../../domain/sources/add-sources';
import { parsePartialDate } from '../../../domain/sources/date';
import { countryName, languageName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { Select } from '../../../ui';
import { NOT_SET } from '../list/arrange';
import { ChoiceValue } from './choice-value';
import { findCountries, findLanguages, findTexts } from './options';
import { shared, valueOr, type Shared } from './shared';
import { TextValue } from './text-value';
import { useDescribe } from './use-describe';

const sourcesOf = (snapshot: SessionSnapshot) => snapshot.state.sources;
type TextField = 'title' | 'country' | 'date' | 'documentType' | 'actor' | 'outlet' | 'language' | 'url';

export interface FieldsProps {
  readonly sources: readonly [Source, ...Source[]];
  /** Tells these sources from others. */
  readonly owner: string;
}

/** What a source is: the fields every source has, edited on one or many at once. */
export function SourceFields({ sources, owner }: FieldsProps) {
  return <AboutFields sources={sources} owner={owner} describe={useDescribe(sources)} />;
}

export interface AboutFieldsProps {
  readonly sources: readonly [SourceAbout, ...SourceAbout[]];
  readonly owner: string;
  /** Takes what is said; out: why it cannot be taken. */
  readonly describe: (patch: Partial<SourceAbout>) => string | undefined;
}

/** The fields of sources that are in the project, or may come to be. */
export function AboutFields({ sources, owner, describe }: AboutFieldsProps) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const all = useProject(sourcesOf);
  const [only, another] = sources;

  const known = useMemo(() => {
    const values = (read: (source: Source) => string) =>
      [...new Set([...all.values()].map(read))].filter(Boolean).sort();
    return {
      countries: values((source) => source.country),
      languages: values((source) => source.language),
      actors: values((source) => source.actor),
      outlets: values((source) => source.outlet),
    };
  }, [all]);
  const field = (name: TextField): Shared<string> => {
    const [first, ...rest] = sources;
    return shared([first[name], ...rest.map((source) => source[name])]);
  };
  const takeDate = (text: string) => {
    const date = text.trim() === '' ? '' : parsePartialDate(text);
    return date === undefined ? t('change:failure.date-invalid') : describe({ date });
  };

  return (
    <>
      {!another && (
        <TextValue
          label={t('field.title')}
          owner={owner}
          value={field('title')}
          onTake={(title) => describe({ title })}
          rows={2}
          lang={only.language || undefined}
        />
      )}
      <ChoiceValue
        label={t('field.country')}
        owner={owner}
        value={field('country')}
        nameOf={(country) => countryName(country, language)}
        search={(typed) => findCountries(typed, known.countries, language)}
        onTake={(country) => describe({ country })}
        placeholder={t('placeholder.country')}
      />
      <TextValue
        label={t('field.date')}
        owner={owner}
        value={field('date')}
        onTake={takeDate}
        placeholder={t('placeholder.date')}
      />
      <Select
        label={t('field.documentType')}
        value={
          valueOr(field('documentType'), null) || (field('documentType').kind === 'same' ? NOT_SET : null)
        }
        placeholder={t('several')}
        options={[
          { id: NOT_SET, label: t('notSet') },
          ...documentTypes.map((type) => ({ id: type, label: t(`type.${type}`) })),
        ]}
        onChange={(id) =>
          describe({ documentType: documentTypes.find((type): type is DocumentType => type === id) ?? '' })
        }
      />
      <ChoiceValue
        label={t('field.actor')}
        owner={owner}
        value={field('actor')}
        nameOf={(actor) => actor}
        search={(typed) => findTexts(typed, known.actors)}
        onTake={(actor) => describe({ actor })}
        placeholder={t('placeholder.actor')}
      />
      <ChoiceValue
        label={t('field.outlet')}
        owner={owner}
        value={field('outlet')}
        nameOf={(outlet) => outlet}
        search={(typed) => findTexts(typed, known.outlets)}
        onTake={(outlet) => describe({ outlet })}
        placeholder={t('placeholder.outlet')}
      />
      <ChoiceValue
        label={t('field.language')}
        owner={owner}
        value={field('language')}
        nameOf={(tag) => languageName(tag, language)}
        search={(typed) => findLanguages(typed, known.languages, language)}
        onTake={(tag) => describe({ language: languageTagOf(tag, known.languages, language) })}
      />
      {!another && (
        <TextValue
          label={t('field.url')}
          owner={owner}
          value={field('url')}
          onTake={(url) => describe({ url })}
          placeholder={t('placeholder.url')}
        />
      )}
    </>
  );
}

/** A typed name that is a language's becomes its tag. */
function languageTagOf(typed: string, known: readonly string[], language: ReturnType<typeof useLanguage>) {
  const wanted = typed.trim().toLocaleLowerCase();
  const found = findLanguages(typed, known, language).filter(
    ({ label }) => label.toLocaleLowerCase() === wanted,
  );
  return found[0]?.id ?? typed;
}
