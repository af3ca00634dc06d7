import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../application/react/context';
import { createFamily, enableFamily } from '../../domain/codebook/family';
import { codesOfFamily } from '../../domain/codebook/tree';
import { labelIn } from '../../domain/model/language';
import { useLanguage } from '../../i18n/use-language';
import { Button, Checkbox, Dialog, TextField } from '../../ui';
import styles from './codebook.module.css';

/** Which families this project uses; core families stand first. */
export function FamiliesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const [name, setName] = useState('');
  const families = [...state.families.values()].sort(
    (a, b) => Number(b.core) - Number(a.core) || a.order - b.order,
  );
  const create = () => {
    const draft = createFamily(session.state, { labels: { [language]: name } }, session.stamp);
    if (session.attempt(draft)) setName('');
  };
  return (
    <Dialog
      title={t('families.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          {t('common:done')}
        </Button>
      }
    >
      <p className={styles['hint']}>{t('families.text')}</p>
      <ul className={styles['families']}>
        {families.map((family) => (
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
      <div className={styles['inline']}>
        <TextField label={t('families.own')} value={name} onChange={setName} lang={language} />
        <Button isDisabled={name.trim() === ''} onPress={create}>
          {t('common:add')}
        </Button>
      </div>
    </Dialog>
  );
}
