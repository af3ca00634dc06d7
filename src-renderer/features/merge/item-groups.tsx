import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codesInOrder } from '../../domain/codebook/tree';
import {
  itemKinds,
  type Choice,
  type ItemKind,
  type MergeItem,
  type MergePlan,
} from '../../domain/exchange/merge/types';
import { labelIn } from '../../domain/model/language';
import { useLanguage } from '../../i18n/use-language';
import { Button, Segmented, Select, type Option } from '../../ui';
import { Fields } from './fields';
import styles from './merge.module.css';

/** How many stand in a group before more are asked for. */
const LOT = 100;

export interface ItemGroupsProps {
  readonly plan: MergePlan;
  readonly chosen: ReadonlyMap<string, Choice>;
  readonly onAnswer: (ids: readonly string[], choice: Choice) => void;
}

/** Questions and contradictions, kind by kind; what is done when nobody says otherwise is chosen. */
export function ItemGroups({ plan, chosen, onAnswer }: ItemGroupsProps) {
  const { t } = useTranslation('merge');
  const contradictions = plan.items.filter(({ options }) => options.includes('theirs'));
  const all = (choice: Choice) =>
    onAnswer(
      contradictions.map(({ id }) => id),
      choice,
    );
  return (
    <>
      {contradictions.length > 1 && (
        <div className={styles['bulk']} role="group" aria-label={t('bulk')}>
          <span>{t('contradictions', { count: contradictions.length })}</span>
          <Button onPress={() => all('ours')}>{t('all.ours')}</Button>
          <Button onPress={() => all('theirs')}>{t('all.theirs')}</Button>
        </div>
      )}
      {itemKinds.map((kind) => (
        <Group
          key={kind}
          kind={kind}
          items={plan.items.filter((item) => item.kind === kind)}
          {...{ plan, chosen, onAnswer }}
        />
      ))}
    </>
  );
}

function Group({
  kind,
  items,
  plan,
  chosen,
  onAnswer,
}: ItemGroupsProps & {
  kind: ItemKind;
  items: readonly MergeItem[];
}) {
  const { t } = useTranslation('merge');
  const [shown, setShown] = useState(LOT);
  const codes = useOurCodes(plan);
  if (items.length === 0) return null;
  const ids = items.map(({ id }) => id);
  const shared =
    kind === 'code' ? (['add', 'leave'] as const) : kind === 'text' ? (['own', 'move'] as const) : [];
  return (
    <section className={styles['section']} aria-labelledby={`merge-${kind}`}>
      <div className={styles['bulk']}>
        <h3 id={`merge-${kind}`}>{t(`group.${kind}`, { count: items.length })}</h3>
        {items.length > 1 &&
          shared.map((choice) => (
            <Button key={choice} kind="quiet" onPress={() => onAnswer(ids, choice)}>
              {t(`all.${choice}`)}
            </Button>
          ))}
      </div>
      <ul className={styles['rows']}>
        {items.slice(0, shown).map((item) => (
          <li key={item.id}>
            <Item item={item} plan={plan} codes={codes} chosen={chosen.get(item.id)} onAnswer={onAnswer} />
          </li>
        ))}
      </ul>
      {items.length > shown && (
        <Button onPress={() => setShown(shown + LOT)}>{t('more', { count: items.length - shown })}</Button>
      )}
    </section>
  );
}

function Item({
  item,
  plan,
  codes,
  chosen,
  onAnswer,
}: {
  item: MergeItem;
  plan: MergePlan;
  codes: readonly Option[];
  chosen: Choice | undefined;
  onAnswer: ItemGroupsProps['onAnswer'];
}) {
  const { t } = useTranslation('merge');
  const { id, kind, table, name, ourName, segments, fields, options, required, decided } = item;
  // What was pressed shows at once; the plan follows. A question that must be answered has no answer yet.
  const value = chosen ?? (required && !decided ? null : item.chosen);
  const params = {
    ...{ name, ourName, count: segments, what: t(`table.${table}`) },
    file: plan.files[item.file]?.name ?? '',
    codes: fields.find(({ field }) => field === 'codes')?.theirs ?? '0',
  };
  const question = t(`item.${kind}${kind === 'code' && item.ours !== null ? '-elsewhere' : ''}`, params);
  const label = (choice: Choice) =>
    choice.startsWith('map:') ? t('choice.map', { name: ourName }) : t(`choice.${choice}`);
  const answer = (choice: string) => {
    const known = options.find((option) => option === choice);
    if (known) onAnswer([id], known);
    else if (choice.startsWith('map:')) onAnswer([id], `map:${choice.slice('map:'.length)}`);
  };
  return (
    <>
      <div className={styles['item']}>
        <div>
          <p>{question}</p>
          <p className={styles['quiet']}>
            {params.file}
            {required && value === null && ` · ${t('unanswered')}`}
          </p>
        </div>
        {kind === 'code' ? (
          <Select
            label={t('about', { name })}
            hideLabel
            value={value}
            placeholder={t('choose')}
            onChange={answer}
            options={[
              ...options.map((option) => ({ id: option, label: label(option) })),
              ...codes.filter((code) => !options.some((option) => option === code.id)),
            ]}
          />
        ) : (
          <Segmented
            label={t('about', { name })}
            value={value ?? ''}
            options={options.map((option) => ({ id: option as string, label: label(option) }))}
            onChange={answer}
          />
        )}
      </div>
      {kind !== 'foreign' && <Fields fields={fields} />}
    </>
  );
}

/** Every code of ours that an unknown one may be taken for. */
function useOurCodes({ base }: MergePlan): readonly Option[] {
  const { t } = useTranslation('merge');
  const language = useLanguage();
  return useMemo(
    () =>
      codesInOrder(base.state)
        .filter(({ codable }) => codable)
        .map(({ id, labels, key }) => ({
          id: `map:${id}`,
          label: t('choice.map', { name: labelIn(labels, language) || key }),
        })),
    [base, language, t],
  );
}
