import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CodebookPlan, PlannedChange } from '../../../domain/exchange/codebook/plan/types';
import type { Code, CodeFamily } from '../../../domain/model/codebook';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { FieldChanges } from './field-changes';
import styles from './import-codebook.module.css';
import { MOST_SHOWN, More } from './more';

interface FoldProps {
  readonly title: string;
  readonly count: number;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

function Fold({ title, count, isOpen = false, children }: FoldProps) {
  if (count === 0) return null;
  return (
    <Disclosure defaultExpanded={isOpen} className={styles['section'] ?? ''}>
      <Heading level={3}>
        <AriaButton slot="trigger" className={styles['fold'] ?? ''}>
          <ChevronRight aria-hidden />
          {title}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul className={styles['rows']}>{children}</ul>
        <More count={count} />
      </DisclosurePanel>
    </Disclosure>
  );
}

export interface ChangedRowsProps {
  readonly families: readonly PlannedChange<CodeFamily>[];
  readonly codes: readonly PlannedChange<Code>[];
}

/** Families and codes of the project that the file says something else of. */
export function ChangedRows({ families, codes }: ChangedRowsProps) {
  const { t } = useTranslation('codebook-import');
  const language = useLanguage();
  const rows: readonly PlannedChange<Code | CodeFamily>[] = [...families, ...codes];
  return (
    <Fold title={t('changedTitle', { count: rows.length })} count={rows.length} isOpen>
      {rows.slice(0, MOST_SHOWN).map(({ before, fields }) => (
        <li key={before.id}>
          <strong>{labelIn(before.labels, language) || before.key}</strong>
          <FieldChanges fields={fields} />
        </li>
      ))}
    </Fold>
  );
}

/** New codes with what stands above them. */
export function AddedCodes({ plan }: { plan: CodebookPlan }) {
  const { t } = useTranslation('codebook-import');
  const language = useLanguage();
  const rows = new Map([...plan.basis.codes, ...plan.added.map((code) => [code.id, code] as const)]);
  const families = new Map([
    ...plan.basis.families,
    ...plan.families.added.map((family) => [family.id, family] as const),
  ]);
  const pathOf = (code: Code): string => {
    const path: string[] = [];
    for (let parent = rows.get(code.parentId ?? ''); parent; parent = rows.get(parent.parentId ?? ''))
      path.unshift(labelIn(parent.labels, language) || parent.key);
    const family = families.get(code.familyId);
    if (path.length === 0 && family) path.push(labelIn(family.labels, language) || family.key);
    return path.join(' › ');
  };
  return (
    <Fold title={t('addedTitle', { count: plan.added.length })} count={plan.added.length}>
      {plan.added.slice(0, MOST_SHOWN).map((code) => (
        <li key={code.id}>
          <strong>{labelIn(code.labels, language) || code.key}</strong>{' '}
          <span className={styles['quiet']}>{pathOf(code)}</span>
        </li>
      ))}
    </Fold>
  );
}
