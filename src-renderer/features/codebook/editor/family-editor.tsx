import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import { editCode } from '../../../domain/codebook/edit-code';
import { enableFamily, renameFamily } from '../../../domain/codebook/family';
import { codesOfFamily, familyRoot } from '../../../domain/codebook/tree';
import type { CodeFamily } from '../../../domain/model/codebook';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { Button, Checkbox, CommittedField } from '../../../ui';
import styles from '../codebook.module.css';
import { LabelFields } from './label-fields';
import { NewCodeDialog } from '../dialogs/new-code-dialog';
import type { CodeCounts } from '../tree/tree-items';
import { useRun } from '../use-run';

export interface FamilyEditorProps {
  readonly family: CodeFamily;
  readonly counts: CodeCounts;
  readonly onSelect: (id: string) => void;
}

/** A family: one dimension of the codebook, with the codes below it. */
export function FamilyEditor({ family, counts, onSelect }: FamilyEditorProps) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const run = useRun();
  const [isAdding, setIsAdding] = useState(false);
  const root = familyRoot(state, family.id);
  const codes = codesOfFamily(state, family.id).filter(({ codable }) => codable).length;
  const count = counts.all.get(family.id) ?? 0;

  return (
    <div className={styles['editor']}>
      <header className={styles['editorHeader']}>
        <p className={styles['path']}>{t('family')}</p>
        <div className={styles['titleRow']}>
          <h2>{labelIn(family.labels, language) || family.key}</h2>
          <div className={styles['actions']}>
            <Button onPress={() => setIsAdding(true)}>
              <Plus aria-hidden />
              {t('newCodeHere')}
            </Button>
          </div>
        </div>
        <p className={styles['hint']}>
          {t('codes', { count: codes })} · {t('segments', { count })}
        </p>
      </header>
      <LabelFields
        labels={family.labels}
        onChange={(labels) =>
          run(renameFamily(session.state, { familyId: family.id, labels }, session.stamp))
        }
      />
      {root && (
        <CommittedField
          label={t('field.definition')}
          rows={2}
          value={root.definition}
          onChange={(definition) =>
            run(editCode(session.state, { codeId: root.id, patch: { definition } }, session.stamp))
          }
        />
      )}
      <Checkbox
        isSelected={family.enabled}
        onChange={(enabled) =>
          session.attempt(enableFamily(session.state, { familyId: family.id, enabled }, session.stamp))
        }
      >
        {t('families.inUse')}
      </Checkbox>
      {isAdding && (
        <NewCodeDialog
          place={root?.id ?? family.id}
          onClose={() => setIsAdding(false)}
          onCreated={onSelect}
        />
      )}
    </div>
  );
}
