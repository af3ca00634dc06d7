import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../../application/react/context';
import { profilesIn, type ImportProfile } from '../../../../domain/sources/incoming/import-profile';
import { Button, Dialog, Menu, TextField, toast } from '../../../../ui';

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
  const save = () => {
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
          ...profiles.map((profile) => ({
            id: `drop ${profile.name}`,
            label: t('profiles.remove', { name: profile.name }),
            onAction: () => void store(profiles.filter((each) => each !== profile)),
          })),
        ]}
      />
      <Dialog
        title={t('profiles.save')}
        isOpen={isNaming}
        onClose={() => setIsNaming(false)}
        footer={
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={save}>
            {t('profiles.keep')}
          </Button>
        }
      >
        <p>{t('profiles.about')}</p>
        <TextField label={t('profiles.name')} value={name} onChange={setName} autoFocus />
      </Dialog>
    </>
  );
}
