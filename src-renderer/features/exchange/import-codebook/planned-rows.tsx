import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedChange } from '../../../domain/exchange/codebook/plan/types';
import type { Code, CodeFamily } from '../../../domain/model/codebook';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { Checkbox, CodeGlyph } from '../../../ui';
import { FieldChanges } from './field-changes';
import { Fold } from './fold';
import styles from './import-codebook.module.css';
import type { Planned } from './use-plan';

interface RowProps {
  readonly name: string;
  /** The file's id of it; null for what cannot be left out. */
  readonly theirs: string | null;
  /** Whether it is in the plan. */
  readonly isPlanned: boolean;
  readonly planned: Planned;
  readonly note: string;
  readonly glyph?: ReactNode;
  readonly children?: ReactNode;
}

/** A family or code with a box to leave it out. */
function Row({ name, theirs, isPlanned, planned, note, glyph, children }: RowProps) {
  const { leave, take, isBehind } = planned;
  const isTaken = theirs !== null && !leave.has(theirs);
  // What would come with a family that is left out cannot come without it.
  const isMoot = isTaken && !isPlanned && !isBehind;
  return (
    <li data-left={!isPlanned || undefined}>
      <div className={styles['row']}>
        {theirs === null ? (
          <span className={styles['unboxed']}>{name}</span>
        ) : (
          <Checkbox
            isSelected={isTaken && !isMoot}
            isDisabled={isMoot}
            onChange={(isSelected) => take([theirs], isSelected)}
          >
            {glyph}
            {name}
          </Checkbox>
        )}
        <span className={styles['quiet']}>{note}</span>
      </div>
      {children}
    </li>
  );
}

/** How many of some rows are taken, and all of them at once. */
const choiceOf = ({ leave, take }: Planned, ids: readonly string[]) => ({
  count: ids.length,
  taken: ids.filter((id) => !leave.has(id)).length,
  onChange: (isTaken: boolean) => take(ids, isTaken),
});

/** The rows there are to choose from, and those that only come of what is left out. */
function merged<Row>(
  whole: readonly Row[],
  now: readonly Row[],
  idOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly planned: ReadonlySet<string> } {
  const rows = new Map([...whole, ...now].map((row) => [idOf(row), row]));
  return { rows: [...rows.values()], planned: new Set(now.map(idOf)) };
}

/** Families and codes of the project that the file says something else of. */
export function ChangedRows({ planned }: { planned: Planned }) {
  const { t } = useTranslation('codebook-import');
  const nameOf = useNameOf();
  const { plan, whole } = planned;
  const all = (each: typeof plan): readonly PlannedChange<Code | CodeFamily>[] => [
    ...each.families.changed,
    ...each.changed,
  ];
  const { rows, planned: now } = merged(all(whole), all(plan), ({ before }) => before.id);
  const ids = rows.flatMap(({ theirs }) => theirs ?? []);
  return (
    <Fold
      title={t('changedTitle', { count: rows.length })}
      isOpen
      choice={choiceOf(planned, ids)}
      rows={rows}
    >
      {({ before, theirs, fields }) => (
        <Row
          key={before.id}
          name={nameOf(before)}
          theirs={theirs}
          isPlanned={now.has(before.id)}
          planned={planned}
          note={theirs === null ? t('follows') : ''}
          glyph={'color' in before && <CodeGlyph code={before} />}
        >
          <FieldChanges fields={fields} />
        </Row>
      )}
    </Fold>
  );
}

/** New families of the file; leaving one out leaves out what stands in it. */
export function AddedFamilies({ planned, theirs }: { planned: Planned; theirs: ReadonlySet<string> }) {
  const { t } = useTranslation('codebook-import');
  const nameOf = useNameOf();
  const { plan, whole } = planned;
  const { rows, planned: now } = merged(whole.families.added, plan.families.added, ({ id }) => id);
  const ofFile = rows.filter(({ id }) => theirs.has(id));
  const ids = ofFile.map(({ id }) => id);
  return (
    <Fold
      title={t('familiesTitle', { count: ofFile.length })}
      choice={choiceOf(planned, ids)}
      rows={ofFile}
      isOpen
    >
      {(family) => (
        <Row
          key={family.id}
          name={nameOf(family)}
          theirs={family.id}
          isPlanned={now.has(family.id)}
          planned={planned}
          note=""
        />
      )}
    </Fold>
  );
}

/** New codes with what stands above them. */
export function AddedCodes({ planned }: { planned: Planned }) {
  const { t } = useTranslation('codebook-import');
  const nameOf = useNameOf();
  const { plan, whole } = planned;
  const { rows, planned: now } = merged(whole.added, plan.added, ({ id }) => id);
  const codes = new Map([...whole.basis.codes, ...rows.map((code) => [code.id, code] as const)]);
  const families = new Map([
    ...whole.basis.families,
    ...whole.families.added.map((family) => [family.id, family] as const),
  ]);
  const pathOf = (code: Code): string => {
    const path: string[] = [];
    for (let above = codes.get(code.parentId ?? ''); above; above = codes.get(above.parentId ?? ''))
      path.unshift(nameOf(above));
    const family = families.get(code.familyId);
    if (path.length === 0 && family) path.push(nameOf(family));
    return path.join(' › ');
  };
  const ids = rows.map(({ id }) => id);
  return (
    <Fold title={t('addedTitle', { count: rows.length })} choice={choiceOf(planned, ids)} rows={rows}>
      {(code) => (
        <Row
          key={code.id}
          name={nameOf(code)}
          theirs={code.id}
          isPlanned={now.has(code.id)}
          planned={planned}
          note={pathOf(code)}
          glyph={<CodeGlyph code={code} />}
        />
      )}
    </Fold>
  );
}

/** Codes that stay as they are. */
export function StillCodes({ title, codes }: { title: string; codes: readonly Code[] }) {
  const nameOf = useNameOf();
  return (
    <Fold title={title} rows={codes}>
      {(code) => (
        <li key={code.id} className={styles['row']}>
          <span className={styles['unboxed']}>
            <CodeGlyph code={code} />
            {nameOf(code)}
          </span>
        </li>
      )}
    </Fold>
  );
}

function useNameOf(): (row: Code | CodeFamily) => string {
  const language = useLanguage();
  return ({ labels, key }) => labelIn(labels, language) || key;
}
