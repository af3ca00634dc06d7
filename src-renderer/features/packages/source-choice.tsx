import { useTranslation } from 'react-i18next';
import { strata as allStrata } from '../../domain/model/collaboration';
import type { DrawnStratum } from '../../domain/coders/sampling';
import type { Stratum } from '../../domain/model/collaboration';
import { countryName, languageName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { useRefusalText } from '../../i18n/use-refusal-text';
import { Checkbox, Segmented, TextField } from '../../ui';
import styles from './packages.module.css';
import type { Pool, useSources } from './use-sources';

const poolNames: readonly Pool[] = ['all', 'found', 'chosen'];

/** Which sources go into the package: all, those of the library, or a sample of them. */
export function SourceChoice({ sources }: { sources: ReturnType<typeof useSources> }) {
  const { t } = useTranslation('packages');
  const sayRefusal = useRefusalText();
  const { wish, set, pools, chosen } = sources;
  const offered = poolNames.filter(
    (name) =>
      name === 'all' ||
      name === wish.pool ||
      (pools[name].length > 0 && pools[name].length < pools.all.length),
  );
  return (
    <section className={styles['part']} aria-labelledby="package-sources">
      <h3 id="package-sources">{t('sources.title')}</h3>
      {offered.length > 1 && (
        <Segmented
          label={t('sources.from')}
          value={wish.pool}
          onChange={(pool) => set({ pool })}
          options={offered.map((id) => ({ id, label: t(`sources.pool.${id}`, { count: pools[id].length }) }))}
        />
      )}
      <Checkbox isSelected={wish.isSample} onChange={(isSample) => set({ isSample })}>
        {t('sources.sample')}
      </Checkbox>
      {wish.isSample && (
        <>
          <div className={styles['row']}>
            <TextField label={t('sources.size')} value={wish.size} onChange={(size) => set({ size })} />
            <Segmented
              label={t('sources.unit')}
              value={wish.unit}
              onChange={(unit) => set({ unit })}
              options={(['percent', 'number'] as const).map((id) => ({
                id,
                label: t(`sources.units.${id}`),
              }))}
            />
            <TextField label={t('sources.seed')} value={wish.seed} onChange={(seed) => set({ seed })} />
          </div>
          <fieldset className={styles['checks']}>
            <legend>{t('sources.strata')}</legend>
            {allStrata.map((stratum) => (
              <Checkbox
                key={stratum}
                isSelected={wish.strata.includes(stratum)}
                onChange={(on) =>
                  set({
                    strata: allStrata.filter((each) => (each === stratum ? on : wish.strata.includes(each))),
                  })
                }
              >
                {t(`library:field.${stratum}`)}
              </Checkbox>
            ))}
          </fieldset>
        </>
      )}
      <p className={styles['hint']} role="status">
        {chosen.ok
          ? t('sources.count', { count: chosen.value.sourceIds.length, total: pools.all.length })
          : sayRefusal(chosen.error)}
      </p>
      {chosen.ok && wish.isSample && wish.strata.length > 0 && (
        <Strata strata={wish.strata} drawn={chosen.value.strata} />
      )}
    </section>
  );
}

/** How many are drawn of each stratum. */
function Strata({ strata, drawn }: { strata: readonly Stratum[]; drawn: readonly DrawnStratum[] }) {
  const { t } = useTranslation('packages');
  const language = useLanguage();
  const nameOf = (stratum: Stratum, value: string) => {
    if (value === '') return t('library:notSet');
    if (stratum === 'country') return countryName(value, language);
    return stratum === 'language' ? languageName(value, language) : t(`library:type.${value}`);
  };
  return (
    <div className={styles['strata']} role="group" aria-label={t('sources.drawn')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {strata.map((stratum) => (
              <th key={stratum} scope="col">
                {t(`library:field.${stratum}`)}
              </th>
            ))}
            <th scope="col" data-number>
              {t('sources.drawn')}
            </th>
            <th scope="col" data-number>
              {t('sources.of')}
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => (
            <tr key={row.values.join('\u0000')}>
              {strata.map((stratum, index) => (
                <td key={stratum}>{nameOf(stratum, row.values[index] ?? '')}</td>
              ))}
              <td data-number>{row.drawn}</td>
              <td data-number>{row.of}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
