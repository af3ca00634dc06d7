import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportProfile } from '../../../../domain/sources/incoming/import-profile';
import { Button, CommittedField, Dialog, IconButton } from '../../../../ui';
import styles from './preview.module.css';

export interface ProfilesDialogProps {
  readonly profiles: readonly ImportProfile[];
  readonly isOpen: boolean;
  readonly onChange: (profiles: readonly ImportProfile[]) => void;
  readonly onClose: () => void;
}

/** Saved settings of imports: other names for them, and fewer of them. */
export function ProfilesDialog({ profiles, isOpen, onChange, onClose }: ProfilesDialogProps) {
  const { t } = useTranslation('import-preview');
  const rename = (profile: ImportProfile, typed: string) => {
    const name = typed.trim();
    if (name === '') return t('profiles.nameless');
    if (profiles.some((each) => each !== profile && each.name === name)) return t('profiles.taken');
    onChange(profiles.map((each) => (each === profile ? { ...each, name } : each)));
    return undefined;
  };
  return (
    <Dialog
      title={t('profiles.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <ul className={styles['profiles']} aria-label={t('profiles.title')}>
        {profiles.map((profile, i) => (
          <li key={i}>
            <CommittedField
              label={t('profiles.name')}
              value={profile.name}
              onChange={(name) => rename(profile, name)}
            />
            <IconButton
              label={t('profiles.remove', { name: profile.name })}
              onPress={() => onChange(profiles.filter((each) => each !== profile))}
            >
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
