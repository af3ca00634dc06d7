import { useMemo } from 'react';
import { Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { parsePattern, saidByName, type SaidByName } from '../../../../domain/sources/name-pattern';
import { suggestPatterns } from '../../../../domain/sources/names/suggest';
import { Button, FoldHeading, TextField } from '../../../../ui';
import styles from './preview.module.css';

/** A source and the path of its file, with the folders it was found in. */
export interface Named {
  readonly id: string;
  readonly path: string;
}

export interface NamesBoxProps {
  readonly named: readonly Named[];
  /** What was typed or chosen; null where the likeliest pattern stands. */
  readonly typed: string | null;
  readonly onType: (text: string) => void;
  readonly onDescribe: (said: ReadonlyMap<string, SaidByName>) => void;
}

/** Takes country, date and the like, and values of variables, from the names of files and folders, by a pattern. */
export function NamesBox({ named, typed, onType, onDescribe }: NamesBoxProps) {
  const { t } = useTranslation('import-preview');
  const paths = useMemo(() => named.map(({ path }) => path), [named]);
  const suggestions = useMemo(() => suggestPatterns(paths, t('names.folder')), [paths, t]);
  const text = typed ?? suggestions[0]?.pattern.text ?? '';
  const pattern = useMemo(() => parsePattern(text), [text]);
  const found = useMemo(() => saidByNames(text, named), [text, named]);
  const fault =
    pattern.ok || text === '' ? undefined : t(`names.fault.${pattern.error.kind}`, { ...pattern.error });

  return (
    <Disclosure className={styles['names'] ?? ''}>
      <FoldHeading level={3} isLoud>
        {t('names.title')}
      </FoldHeading>
      <DisclosurePanel>
        <div className={styles['namesBody']}>
          <TextField
            label={t('names.label')}
            value={text}
            onChange={onType}
            placeholder="{country}_{date}_{type}"
            description={t('names.hint')}
            error={fault}
          />
          <Button isDisabled={found.size === 0} onPress={() => onDescribe(found)}>
            {t('names.apply', { count: found.size })}
          </Button>
          {suggestions.length > 1 && (
            <ul aria-label={t('names.suggestions')}>
              {suggestions.map(({ pattern: { text: suggested }, matches }) => (
                <li key={suggested}>
                  <Button kind="quiet" onPress={() => onType(suggested)}>
                    {suggested} ({matches})
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** In: a pattern and sources. Out: what their names say, for those that it fits; nothing where it is none. */
export function saidByNames(text: string, named: readonly Named[]): ReadonlyMap<string, SaidByName> {
  const pattern = parsePattern(text);
  const found = new Map<string, SaidByName>();
  if (!pattern.ok) return found;
  for (const { id, path } of named) {
    const said = saidByName(pattern.value, path);
    if (said) found.set(id, said);
  }
  return found;
}
