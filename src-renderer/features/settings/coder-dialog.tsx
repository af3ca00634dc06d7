import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../application/react/context';
import { addCoder, coderColors, editCoder, initialsOf } from '../../domain/coders/coders';
import type { Coder } from '../../domain/model/segment';
import { useRefusalText } from '../../i18n/use-refusal-text';
import { Button, Dialog, TextField } from '../../ui';
import { ColorChoice } from './color-choice';
import styles from './settings.module.css';

/** Adds a coder, or edits the one given. */
export function CoderDialog({ coder, onClose }: { coder: Coder | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const refusalText = useRefusalText();
  const session = useSession();
  const form = useId();
  const [name, setName] = useState(coder?.name ?? '');
  const [initials, setInitials] = useState(coder?.initials ?? '');
  const [color, setColor] = useState<string>(coder?.color ?? coderColors[0]);
  const [error, setError] = useState<string>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const draft = coder
      ? // Initials that were not touched follow the name.
        editCoder(session.state, coder.id, {
          name,
          color,
          ...(initials === coder.initials ? {} : { initials: initials.trim() || initialsOf(name) }),
        })
      : addCoder(session.state, session.stamp, { name });
    if (!draft.ok) return setError(refusalText(draft.error));
    void session.run(draft.value);
    onClose();
  };

  return (
    <Dialog
      title={t(coder ? 'coderDialog.edit' : 'coderDialog.add')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" form={form}>
            {t(coder ? 'coderDialog.save' : 'coderDialog.add')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['form']} onSubmit={submit}>
        <TextField
          label={t('coderDialog.name')}
          value={name}
          onChange={(next) => {
            setName(next);
            setError(undefined);
          }}
          error={error}
          autoFocus
        />
        {coder && (
          <>
            <TextField
              label={t('coderDialog.initials')}
              description={t('coderDialog.initialsHint')}
              value={initials}
              onChange={setInitials}
            />
            <ColorChoice label={t('coderDialog.color')} value={color} onChange={setColor} />
          </>
        )}
      </form>
    </Dialog>
  );
}
