import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import { createFamily, enableFamily } from '../../../domain/codebook/family';
import { codesOfFamily } from '../../../domain/codebook/tree';
import type { FamilyId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { useRefusalText } from '../../../i18n/use-refusal-text';
import { Button, Checkbox, Dialog, TextField } from '../../../ui';
import styles from '../codebook.module.css';
import { familiesInOrder } from '../tree/tree-items';

export interface FamiliesDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (id: FamilyId) => void;
}

/** Which families this project uses; core families stand first. */
export function FamiliesDialog({ onClose, onCreated }: FamiliesDialogProps) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const sayRefusal = useRefusalText();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState({ name: '', reason: '' });
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const draft = createFamily(session.state, { labels: { [language]: name } }, session.stamp);
    if (!draft.ok) return setRefused({ name, reason: sayRefusal(draft.error) });
    void session.run(draft.value);
    setName('');
    const created = draft.value.changes.find(({ table }) => table === 'families');
    if (created) onCreated(created.id);
  };
  return (
    <Dialog
      title={t('families.title')}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          {t('common:done')}
        </Button>
      }
    >
      <p className={styles['hint']}>{t('families.text')}</p>
      <ul className={styles['families']}>
        {familiesInOrder(state.families).map((family) => (
          <li key={family.id}>
            <Checkbox
              isSelected={family.enabled}
              onChange={(enabled) =>
                session.attempt(enableFamily(session.state, { familyId: family.id, enabled }, session.stamp))
              }
            >
              {labelIn(family.labels, language) || family.key}
            </Checkbox>
            <span className={styles['count']}>
              {t('codes', { count: codesOfFamily(state, family.id).filter(({ codable }) => codable).length })}
            </span>
          </li>
        ))}
      </ul>
      <form className={styles['inline']} onSubmit={create}>
        <TextField
          label={t('families.own')}
          value={name}
          onChange={setName}
          lang={language}
          error={refused.name === name ? refused.reason : undefined}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {t('common:add')}
        </Button>
      </form>
    </Dialog>
  );
}
