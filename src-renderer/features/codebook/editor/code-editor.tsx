import { Rows3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation, useProjectState, useSession } from '../../../application/react/context';
import { editCode, type CodePatch } from '../../../domain/codebook/edit-code';
import { pathLabels } from '../../../domain/codebook/tree';
import type { Code } from '../../../domain/model/codebook';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { Button, CodeGlyph, CommittedField, Menu } from '../../../ui';
import { CodeExamples } from './code-examples';
import { CodeIndicators } from './code-indicators';
import { CodeLook } from './code-look';
import { CodeTargetPicker } from '../dialogs/code-target-picker';
import styles from '../codebook.module.css';
import { DeleteCodeDialog } from '../dialogs/delete-code-dialog';
import { LabelFields } from './label-fields';
import { NewCodeDialog } from '../dialogs/new-code-dialog';
import type { CodeCounts } from '../tree/tree-items';
import { useCodeActions, type CodeAction } from './use-code-actions';
import { useRun } from '../use-run';

export interface CodeEditorProps {
  readonly code: Code;
  readonly counts: CodeCounts;
  readonly onSelect: (id: string) => void;
}

/** Everything about one code; each field is one change when it is left. */
export function CodeEditor({ code, counts, onSelect }: CodeEditorProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const state = useProjectState();
  const session = useSession();
  const navigation = useNavigation();
  const run = useRun();
  const [open, setOpen] = useState<CodeAction | null>(null);
  const actions = useCodeActions(code, setOpen);
  const close = () => setOpen(null);
  const edit = (patch: CodePatch) => run(editCode(session.state, { codeId: code.id, patch }, session.stamp));
  const count = counts.all.get(code.id) ?? 0;

  return (
    <div className={styles['editor']}>
      <header className={styles['editorHeader']}>
        <p className={styles['path']}>{pathLabels(state, code.id, language).slice(0, -1).join(' › ')}</p>
        <div className={styles['titleRow']}>
          {code.codable && <CodeGlyph code={code} size={22} />}
          <h2>{labelIn(code.labels, language) || code.key}</h2>
          {code.key && <span className={styles['key']}>{code.key}</span>}
          <div className={styles['actions']}>
            <Button
              isDisabled={count === 0}
              onPress={() => navigation.go({ view: 'segments', query: { codeIds: [code.id] } })}
            >
              <Rows3 aria-hidden />
              {t('segments', { count })}
            </Button>
            <Menu label={t('actions')} trigger={<Button>{t('actions')}</Button>} actions={actions} />
          </div>
        </div>
      </header>

      <LabelFields labels={code.labels} onChange={(labels) => edit({ labels })} />

      <fieldset className={styles['group']}>
        <legend>{t('rules')}</legend>
        {(['definition', 'include', 'exclude', 'response'] as const).map((field) => (
          <CommittedField
            key={field}
            label={t(`field.${field}`)}
            placeholder={t(`hint.${field}`)}
            rows={field === 'response' ? 1 : 2}
            value={code[field]}
            onChange={(text) => edit({ [field]: text })}
          />
        ))}
      </fieldset>

      <CodeLook code={code} onChange={edit} />
      {code.codable && <CodeExamples code={code} />}
      <CodeIndicators code={code} onChange={edit} />

      {open === 'delete' && (
        <DeleteCodeDialog
          code={code}
          onClose={close}
          onDeleted={() => onSelect(code.parentId ?? code.familyId)}
        />
      )}
      {(open === 'move' || open === 'merge') && (
        <CodeTargetPicker code={code} action={open} onClose={close} onDone={onSelect} />
      )}
      {open === 'child' && <NewCodeDialog place={code.id} onClose={close} onCreated={onSelect} />}
    </div>
  );
}
