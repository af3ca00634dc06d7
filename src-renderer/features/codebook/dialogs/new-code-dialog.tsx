import { useId, useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import { createCode } from '../../../domain/codebook/edit-code';
import type { CodeId } from '../../../domain/model/ids';
import { useLanguage } from '../../../i18n/use-language';
import { useRefusalText } from '../../../i18n/use-refusal-text';
import { Button, Dialog, Select, TextField } from '../../../ui';
import styles from '../codebook.module.css';
import { placeOptions } from './place-options';

export interface NewCodeDialogProps {
  /** The row below which the code goes: a family or a code; the person may choose another. */
  readonly place: string | undefined;
  readonly onClose: () => void;
  readonly onCreated: (id: CodeId) => void;
}

export function NewCodeDialog({ place: start, onClose, onCreated }: NewCodeDialogProps) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const sayRefusal = useRefusalText();
  const form = useId();
  const [label, setLabel] = useState('');
  const [definition, setDefinition] = useState('');
  const [refused, setRefused] = useState({ label: '', reason: '' });
  const places = useMemo(() => placeOptions(state, language), [state, language]);
  const known = places.some(({ id }) => id === start);
  const [place, setPlace] = useState((known ? start : places[0]?.id) ?? null);

  const create = (event: FormEvent) => {
    event.preventDefault();
    if (!place || label.trim() === '') return;
    const parent = state.codes.get(place);
    const where = { familyId: parent?.familyId ?? place, parentId: parent?.id ?? null };
    const draft = createCode(
      session.state,
      { ...where, labels: { [language]: label }, definition },
      session.stamp,
    );
    if (!draft.ok) return setRefused({ label, reason: sayRefusal(draft.error) });
    void session.run(draft.value);
    onClose();
    const created = draft.value.changes.find(({ table, before }) => table === 'codes' && before === null);
    if (created) onCreated(created.id);
  };

  return (
    <Dialog
      title={t('newCode')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={label.trim() === '' || !place}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['form']} onSubmit={create}>
        <TextField
          label={t('field.label')}
          value={label}
          onChange={setLabel}
          autoFocus
          lang={language}
          error={refused.label === label ? refused.reason : undefined}
        />
        <Select label={t('field.place')} value={place} options={places} onChange={setPlace} />
        <TextField label={t('field.definition')} value={definition} onChange={setDefinition} rows={3} />
      </form>
    </Dialog>
  );
}
