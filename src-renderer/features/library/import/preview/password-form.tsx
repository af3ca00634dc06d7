import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextField } from '../../../../ui';
import styles from './preview.module.css';

/** Asks for the password of a file, or of several that have the same. */
export function PasswordForm({ onTry }: { onTry: (password: string) => void }) {
  const { t } = useTranslation('import-preview');
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles['row']}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onTry(password);
      }}
    >
      <TextField label={t('password')} value={password} onChange={setPassword} />
      <Button type="submit" isDisabled={password === ''}>
        {t('open')}
      </Button>
    </form>
  );
}
