import { useTranslation } from 'react-i18next';
import { useSession } from '../../../application/react/context';
import type { Source } from '../../../domain/model/source';
import { acceptSuggestions, suggestionFor } from '../../../domain/sources/suggestions';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { Button } from '../../../ui';
import styles from './details.module.css';

/** Offers what the names of the files suggest; nothing is filled in before the person says so. */
export function SuggestionBox({ sources }: { sources: readonly [Source, ...Source[]] }) {
  const { t } = useTranslation('library');
  const session = useSession();
  const language = useLanguage();
  const suggestions = sources.map(suggestionFor);
  const countries = suggestions.filter(({ country }) => country !== '').length;
  const dates = suggestions.filter(({ date }) => date !== '').length;
  if (countries + dates === 0) return null;

  const [only, another] = suggestions;
  const list = new Intl.ListFormat(language);
  const sentence =
    another || !only
      ? t('suggestion.many', {
          what: list.format([
            ...(countries > 0 ? [t('suggestion.countries', { count: countries })] : []),
            ...(dates > 0 ? [t('suggestion.dates', { count: dates })] : []),
          ]),
        })
      : t('suggestion.one', {
          what: list.format([countryName(only.country, language), only.date].filter(Boolean)),
        });
  const accept = () =>
    void session.run(
      acceptSuggestions(
        session.state,
        sources.map(({ id }) => id),
        session.stamp,
      ),
    );
  return (
    <div className={styles['suggestion']} role="note">
      <p>{sentence}</p>
      <Button onPress={accept}>{t('suggestion.use')}</Button>
    </div>
  );
}
