import { useTranslation } from 'react-i18next';
import { differenceOrders, standings, type DifferenceQuery } from '../../../domain/agreement/settle/query';
import { disagreementKinds } from '../../../domain/model/collaboration';
import { labelIn } from '../../../domain/model/language';
import { countryName } from '../../../i18n/names';
import { useLanguage } from '../../../i18n/use-language';
import { Button, Select } from '../../../ui';
import { useFamilies } from '../use-families';
import styles from './settle.module.css';
import type { Settling } from './use-settle';

/** Stands for "everything" in a list of choices. */
const ALL = '*';

/** Whom and what is compared, and which of the differences are listed. */
export function Filters({ settling }: { settling: Settling }) {
  const { t } = useTranslation('settle');
  const language = useLanguage();
  const families = useFamilies();
  const { state, persons, coders, query, all, ask } = settling;
  const people = persons.map(({ id, name }) => ({ id, label: name }));
  const sources = new Set(all.map(({ sourceId }) => sourceId));
  const codes = new Set(all.flatMap(({ considered }) => considered.flatMap(({ tags }) => tags)));
  const countries = new Set([...sources].map((id) => state.sources.get(id)?.country ?? ''));
  const setCoder = (index: 0 | 1) => (id: string) => {
    const other = coders[index === 0 ? 1 : 0];
    // Choosing the other one exchanges the two.
    const kept = id === other ? coders[index] : other;
    ask({ coders: index === 0 ? [id, kept] : [kept, id], current: undefined });
  };
  const choose = (
    field: 'familyId' | 'kind' | 'codeId' | 'sourceId' | 'country' | 'standing',
    options: readonly { readonly id: string; readonly label: string }[],
  ) => (
    <Select
      label={t(`filter.${field}`)}
      hideLabel
      value={query[field] ?? ALL}
      options={[{ id: ALL, label: t(`all.${field}`) }, ...options]}
      onChange={(id) =>
        ask({ [field]: id === ALL ? undefined : id, current: undefined } as Partial<DifferenceQuery>)
      }
    />
  );
  const codeName = (id: string) => {
    const code = state.codes.get(id);
    return code ? labelIn(code.labels, language) || code.key : t('noCode');
  };
  return (
    <div className={styles['filters']}>
      <div className={styles['pair']}>
        <Select
          label={t('filter.first')}
          hideLabel
          value={coders[0]}
          options={people}
          onChange={setCoder(0)}
        />
        <span aria-hidden>×</span>
        <Select
          label={t('filter.second')}
          hideLabel
          value={coders[1]}
          options={people}
          onChange={setCoder(1)}
        />
      </div>
      <div className={styles['choices']}>
        {choose(
          'familyId',
          families.map(({ id, key, labels }) => ({ id, label: labelIn(labels, language) || key })),
        )}
        {choose(
          'kind',
          [...disagreementKinds, 'agreed'].map((id) => ({ id, label: t(`kind.${id}`) })),
        )}
        {choose(
          'codeId',
          [...state.codes.keys()].filter((id) => codes.has(id)).map((id) => ({ id, label: codeName(id) })),
        )}
        {choose(
          'sourceId',
          [...sources].map((id) => ({ id, label: state.sources.get(id)?.title || t('common:untitled') })),
        )}
        {choose(
          'country',
          [...countries].map((id) => ({ id, label: countryName(id, language) || t('noCountry') })),
        )}
        {choose(
          'standing',
          standings.map((id) => ({ id, label: t(`standing.${id}`) })),
        )}
        <Select
          label={t('filter.order')}
          hideLabel
          value={query.order ?? 'characters'}
          options={differenceOrders.map((id) => ({ id, label: t(`order.${id}`) }))}
          onChange={(id) => ask({ order: id === 'place' ? 'place' : 'characters' })}
        />
      </div>
      {query.cell && (
        <p className={styles['cellFilter']}>
          <span>
            {t('inCell', {
              first: codeName(query.cell[0] ?? ''),
              second: codeName(query.cell[1] ?? ''),
            })}
          </span>
          <Button kind="quiet" onPress={() => ask({ cell: undefined, current: undefined })}>
            {t('common:showAll')}
          </Button>
        </p>
      )}
    </div>
  );
}
