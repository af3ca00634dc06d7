import { FolderInput, Merge, Plus, Rows3, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation, useProjectState, useSession } from '../../application/react/context';
import { editCode, type CodePatch } from '../../domain/codebook/edit-code';
import { pathLabels } from '../../domain/codebook/tree';
import type { Code } from '../../domain/model/codebook';
import type { CodeId } from '../../domain/model/ids';
import { labelIn, labelLanguages } from '../../domain/model/language';
import { languageNames } from '../../i18n';
import { useLanguage } from '../../i18n/use-language';
import { Button, CodeGlyph, CommittedField, Menu } from '../../ui';
import { CodeExamples } from './code-examples';
import { CodeIndicators } from './code-indicators';
import { CodeLook } from './code-look';
import { CodeTargetPicker } from './code-target-picker';
import styles from './codebook.module.css';
import { DeleteCodeDialog } from './delete-code-dialog';
import { NewCodeDialog } from './new-code-dialog';

type Open = 'delete' | 'move' | 'merge' | 'child' | null;

export interface CodeEditorProps {
  readonly code: Code;
  /** Segments that have the code itself. */
  readonly count: number;
  readonly onSelect: (id: CodeId) => void;
}

/** Everything about one code; each field is one change when it is left. */
export function CodeEditor({ code, count, onSelect }: CodeEditorProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const state = useProjectState();
  const session = useSession();
  const navigation = useNavigation();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const edit = (patch: CodePatch) =>
    session.attempt(editCode(session.state, { codeId: code.id, patch }, session.stamp));
  const label = labelIn(code.labels, language) || code.key;

  return (
    <div className={styles['editor']}>
      <header className={styles['editorHeader']}>
        <p className={styles['path']}>{pathLabels(state, code.id, language).slice(0, -1).join(' › ')}</p>
        <div className={styles['titleRow']}>
          {code.codable && <CodeGlyph code={code} size={22} />}
          <h2>{label}</h2>
          {code.key && <span className={styles['key']}>{code.key}</span>}
          <div className={styles['actions']}>
            {code.codable && (
              <Button
                isDisabled={count === 0}
                onPress={() => navigation.go({ view: 'segments', query: { codeIds: [code.id] } })}
              >
                <Rows3 aria-hidden />
                {t('segments', { count })}
              </Button>
            )}
            <Menu
              label={t('actions')}
              trigger={<Button>{t('actions')}</Button>}
              actions={[
                { id: 'child', label: t('addChild'), icon: <Plus />, onAction: () => setOpen('child') },
                { id: 'move', label: t('move'), icon: <FolderInput />, onAction: () => setOpen('move') },
                {
                  id: 'merge',
                  label: t('merge'),
                  icon: <Merge />,
                  isDisabled: !code.codable,
                  onAction: () => setOpen('merge'),
                },
                'separator',
                { id: 'delete', label: t('delete'), icon: <Trash2 />, onAction: () => setOpen('delete') },
              ]}
            />
          </div>
        </div>
      </header>

      <fieldset className={styles['group']}>
        <legend>{t('labels')}</legend>
        <div className={styles['columns']}>
          {labelLanguages.map((each) => (
            <CommittedField
              key={each}
              label={languageNames[each]}
              lang={each}
              value={code.labels[each] ?? ''}
              onChange={(text) => edit({ labels: { [each]: text } })}
            />
          ))}
        </div>
      </fieldset>

      <fieldset className={styles['group']}>
        <legend>{t('rules')}</legend>
        {(['definition', 'include', 'exclude', 'response'] as const).map((field) => (
          <CommittedField
            key={field}
            label={t(`field.${field}`)}
            description={t(`hint.${field}`)}
            rows={field === 'response' ? 2 : 3}
            value={code[field]}
            onChange={(text) => edit({ [field]: text })}
          />
        ))}
      </fieldset>

      <CodeLook code={code} onChange={edit} />
      <CodeExamples code={code} />
      <CodeIndicators code={code} onChange={edit} />

      {open === 'delete' && <DeleteCodeDialog code={code} onClose={close} />}
      {(open === 'move' || open === 'merge') && (
        <CodeTargetPicker code={code} action={open} onClose={close} onDone={onSelect} />
      )}
      <NewCodeDialog isOpen={open === 'child'} near={code} asChild onClose={close} onCreated={onSelect} />
    </div>
  );
}
