import { useMemo, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../application/react/context';
import { deleteCode, deletionImpact } from '../../domain/codebook/delete-code';
import { codesInOrder, withDescendants } from '../../domain/codebook/tree';
import type { Code } from '../../domain/model/codebook';
import { labelIn } from '../../domain/model/language';
import { useLanguage } from '../../i18n/use-language';
import { Button, Dialog, Select } from '../../ui';
import styles from './codebook.module.css';

type What = 'delete-tags' | 'move-to';

/** Says what would happen to the segments before anything does. */
export function DeleteCodeDialog({ code, onClose }: { code: Code; onClose: () => void }) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const [what, setWhat] = useState<What>('delete-tags');
  const [target, setTarget] = useState<string | null>(null);
  const impact = useMemo(() => deletionImpact(state, code.id), [state, code.id]);
  const targets = useMemo(() => {
    const own = withDescendants(state, [code.id]);
    return codesInOrder(state)
      .filter((other) => other.codable && !own.has(other.id) && state.families.get(other.familyId)?.enabled)
      .map((other) => ({ id: other.id, label: labelIn(other.labels, language) || other.key }));
  }, [state, code.id, language]);

  const confirm = () => {
    const plan =
      what === 'move-to' && target ? { kind: what, codeId: target } : { kind: 'delete-tags' as const };
    if (session.attempt(deleteCode(session.state, { codeId: code.id, plan }, session.stamp))) onClose();
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
          <Button kind="primary" isDisabled={what === 'move-to' && !target} onPress={confirm}>
            {t('delete')}
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
          value={what}
          onChange={(value) => setWhat(value === 'move-to' ? 'move-to' : 'delete-tags')}
        >
          <p>{t('impact.question', { count: impact.segments })}</p>
          <Radio value="delete-tags" className={styles['radio'] ?? ''}>
            {t('impact.deleteTags', { count: impact.emptied, memos: impact.memos })}
          </Radio>
          <Radio value="move-to" className={styles['radio'] ?? ''}>
            {t('impact.moveTo')}
          </Radio>
          {what === 'move-to' && (
            <Select label={t('impact.target')} value={target} options={targets} onChange={setTarget} />
          )}
        </RadioGroup>
      )}
      {impact.judgements > 0 && <p>{t('impact.judgements', { count: impact.judgements })}</p>}
      <p className={styles['hint']}>{t('impact.undoable')}</p>
    </Dialog>
  );
}
