import { useMemo } from 'react';
import { Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProjectState, useServices, useSession } from '../../../application/react/context';
import type { CarriedItem } from '../../../domain/model/carried';
import { useLanguage } from '../../../i18n/use-language';
import { Button, FoldHeading, toast } from '../../../ui';
import styles from './carried.module.css';

/** What other programs put into the project and Parallax keeps without showing it, folded away. */
export function CarriedItems() {
  const { t } = useTranslation('library');
  const { carried } = useProjectState();
  const language = useLanguage();
  const items = useMemo(() => {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return [...carried.values()].sort((a, b) => compare(a.kind, b.kind) || compare(a.name, b.name));
  }, [carried, language]);
  if (items.length === 0) return null;
  return (
    <Disclosure className={styles['carried'] ?? ''}>
      <FoldHeading level={2} className={styles['fold']}>
        {t('carried.title', { count: items.length })}
      </FoldHeading>
      <DisclosurePanel>
        <ul className={styles['items']} aria-label={t('carried.label')}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function Item({ item }: { item: CarriedItem }) {
  const { t } = useTranslation('library');
  const session = useSession();
  const { platform } = useServices();
  const name = item.name.trim() || t('carried.unnamed');

  const save = async () => {
    try {
      const file = await session.file(item.id);
      if (!file) return toast({ kind: 'problem', text: t('carried.missing', { file: item.fileName }) });
      const saved = await platform.saveFile({
        name: item.fileName,
        type: 'application/octet-stream',
        bytes: new Uint8Array(file.bytes),
      });
      if (!saved.ok) toast({ kind: 'problem', text: t('carried.notSaved', { file: item.fileName }) });
      else if (saved.value === 'saved') toast({ text: t('carried.saved', { file: item.fileName }) });
    } catch (error) {
      console.error(error);
      toast({ kind: 'problem', text: t('carried.notSaved', { file: item.fileName }) });
    }
  };

  return (
    <li>
      <span className={styles['kind']}>{t(`carried.kind.${item.kind}`)}</span>
      <span className={styles['name']}>{name}</span>
      <span className={styles['codings']}>
        {item.codings > 0 && t('carried.codings', { count: item.codings })}
      </span>
      {item.fileName !== '' && (
        <Button
          kind="quiet"
          aria-label={t('carried.saveNamed', { file: item.fileName })}
          onPress={() => void save()}
        >
          {t('carried.save')}
        </Button>
      )}
    </li>
  );
}
