import { useMemo, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import { deleteCode, deletionImpact } from '../../../domain/codebook/delete-code';
import { withDescendants } from '../../../domain/codebook/tree';
import type { Code } from '../../../domain/model/codebook';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { Button, Dialog, Select } from '../../../ui';
import styles from '../codebook.module.css';
import { codableOptions } from './place-options';

export interface DeleteCodeDialogProps {
  readonly code: Code;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Says what would happen to the segments before anything does. */
export function DeleteCodeDialog({ code, onClose, onDeleted }: DeleteCodeDialogProps) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const [isMoving, setIsMoving] = useState(false);
  const [target, setTarget] = useState<string | null>(null);
  const impact = useMemo(() => deletionImpact(state, code.id), [state, code.id]);
  const targets = useMemo(
    () => codableOptions(state, language, withDescendants(state, [code.id])),
    [state, language, code.id],
  );
  const goes = (['emptied', 'memos', 'judgements'] as const).filter((what) => impact[what] > 0);

  const confirm = () => {
    const plan =
      isMoving && target ? { kind: 'move-to' as const, codeId: target } : { kind: 'delete-tags' as const };
    if (!session.attempt(deleteCode(session.state, { codeId: code.id, plan }, session.stamp))) return;
    onClose();
    onDeleted();
  };
  return (
    <Dialog
      role="alertdialog"
      title={t('deleteTitle', { code: labelIn(code.labels, language) || code.key })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('common:cancel')}
          </Button>
          <Button kind="primary" isDisabled={isMoving && !target} onPress={confirm}>
            {t('action.delete')}
          </Button>
        </>
      }
    >
      {impact.codes > 1 && <p>{t('impact.codes', { count: impact.codes - 1 })}</p>}
      {impact.segments === 0 ? (
        <p>{t('impact.none')}</p>
      ) : (
        <RadioGroup
          aria-label={t('impact.question', { count: impact.segments })}
          className={styles['radios'] ?? ''}
          value={isMoving ? 'move-to' : 'delete-tags'}
          onChange={(value) => setIsMoving(value === 'move-to')}
        >
          <p>{t('impact.question', { count: impact.segments })}</p>
          <Radio value="delete-tags" className={styles['radio'] ?? ''}>
            {t('impact.deleteTags')}
          </Radio>
          {goes.length > 0 && (
            <ul className={styles['goes']} data-off={isMoving || undefined}>
              {goes.map((what) => (
                <li key={what}>{t(`impact.${what}`, { count: impact[what] })}</li>
              ))}
            </ul>
          )}
          <Radio value="move-to" className={styles['radio'] ?? ''}>
            {t('impact.moveTo')}
          </Radio>
          <Select
            label={t('impact.target')}
            value={target}
            placeholder={t('impact.choose')}
            options={targets}
            isDisabled={!isMoving}
            onChange={setTarget}
          />
        </RadioGroup>
      )}
      <p className={styles['hint']}>{t('impact.undoable')}</p>
    </Dialog>
  );
}
