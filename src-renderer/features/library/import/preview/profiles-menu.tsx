import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../../application/react/context';
import { profilesIn, type ImportProfile } from '../../../../domain/sources/incoming/import-profile';
import { Button, Dialog, Menu, TextField, toast } from '../../../../ui';
import { ProfilesDialog } from './profiles-dialog';

const KEY = 'import-profiles';

export interface ProfilesMenuProps {
  /** What would be saved, but for the name. */
  readonly now: () => Omit<ImportProfile, 'name'>;
  readonly onApply: (profile: ImportProfile) => void;
}

/** Settings of imports, saved under a name for the next delivery of the same kind. */
export function ProfilesMenu({ now, onApply }: ProfilesMenuProps) {
  const { t } = useTranslation('import-preview');
  const { storage } = useServices();
  const [profiles, setProfiles] = useState<readonly ImportProfile[]>([]);
  const [isManaging, setIsManaging] = useState(false);
  const [isNaming, setIsNaming] = useState(false);
  const [name, setName] = useState('');
  useEffect(() => {
    let isHere = true;
    void storage.readSetting(KEY).then((stored) => isHere && setProfiles(profilesIn(stored)));
    return () => {
      isHere = false;
    };
  }, [storage]);

  const store = async (next: readonly ImportProfile[]) => {
    try {
      await storage.writeSetting(KEY, next);
      setProfiles(next);
    } catch (error) {
      console.error(error);
      toast({ kind: 'problem', text: t('profiles.notSaved') });
    }
  };
  const form = useId();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const profile = { name: name.trim(), ...now() };
    void store([...profiles.filter((each) => each.name !== profile.name), profile]);
    setIsNaming(false);
  };
  return (
    <>
      <Menu
        label={t('profiles.title')}
        trigger={
          <Button>
            {t('profiles.title')}
            <ChevronDown aria-hidden />
          </Button>
        }
        actions={[
          ...profiles.map((profile) => ({
            id: `use ${profile.name}`,
            label: profile.name,
            onAction: () => onApply(profile),
          })),
          ...(profiles.length > 0 ? (['separator'] as const) : []),
          { id: 'save', label: t('profiles.save'), onAction: () => setIsNaming(true) },
          ...(profiles.length > 0
            ? [{ id: 'manage', label: t('profiles.manage'), onAction: () => setIsManaging(true) }]
            : []),
        ]}
      />
      <ProfilesDialog
        profiles={profiles}
        isOpen={isManaging && profiles.length > 0}
        onChange={(next) => void store(next)}
        onClose={() => setIsManaging(false)}
      />
      <Dialog
        title={t('profiles.saveTitle')}
        isOpen={isNaming}
        onClose={() => setIsNaming(false)}
        footer={
          <Button kind="primary" type="submit" form={form} isDisabled={name.trim() === ''}>
            {t('profiles.keep')}
          </Button>
        }
      >
        <p>{t('profiles.about')}</p>
        <form id={form} onSubmit={save}>
          <TextField label={t('profiles.name')} value={name} onChange={setName} autoFocus />
        </form>
      </Dialog>
    </>
  );
}
