import { ListPlus, Plus, SlidersHorizontal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation, usePlace, useProjectState } from '../../application/react/context';
import { useLanguage } from '../../i18n/use-language';
import { Button, EmptyState, SearchField, useCommands, type Command } from '../../ui';
import { CodeEditor } from './code-editor';
import { CodeTree } from './code-tree';
import styles from './codebook.module.css';
import { FamiliesDialog } from './families-dialog';
import { NewCodeDialog } from './new-code-dialog';
import { codebookTree, countTags } from './tree-items';

type Open = 'new-code' | 'families' | null;

/** The codebook: the tree on the left, everything about the chosen code on the right. */
export function CodebookView() {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const language = useLanguage();
  const navigation = useNavigation();
  const place = usePlace();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const { families, codes } = state;
  const counts = useMemo(() => countTags(state.segments.values()), [state.segments]);
  const tree = useMemo(
    () => codebookTree({ families, codes }, language, query),
    [families, codes, language, query],
  );
  const codeId = place.view === 'codebook' ? place.codeId : undefined;
  const code = codeId ? state.codes.get(codeId) : undefined;
  const select = (id: string) => navigation.replace({ view: 'codebook', codeId: id });

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'codebook.new',
          section: 'code',
          label: t('newCode'),
          keys: ['Mod+Shift+N'],
          run: () => setOpen('new-code'),
        },
        {
          id: 'codebook.families',
          section: 'code',
          label: t('families.open'),
          run: () => setOpen('families'),
        },
      ],
      [t],
    ),
  );

  return (
    <div className={styles['view']}>
      <section className={styles['side']} aria-labelledby="codebook-title">
        <header className={styles['sideHeader']}>
          <h1 id="codebook-title">{t('title')}</h1>
          <div className={styles['actions']}>
            <Button kind="quiet" onPress={() => setOpen('families')}>
              <SlidersHorizontal aria-hidden />
              {t('families.open')}
            </Button>
            <Button onPress={() => setOpen('new-code')}>
              <Plus aria-hidden />
              {t('newCode')}
            </Button>
          </div>
          <SearchField label={t('search')} value={query} onChange={setQuery} />
        </header>
        <CodeTree tree={tree} counts={counts} selected={codeId} onSelect={select} isFiltered={query !== ''} />
      </section>
      <section className={styles['main']} aria-label={t('details')}>
        {code ? (
          <CodeEditor key={code.id} code={code} count={counts.get(code.id) ?? 0} onSelect={select} />
        ) : (
          <EmptyState title={t('empty.title')} action={<ListPlus aria-hidden />}>
            {t('empty.text')}
          </EmptyState>
        )}
      </section>
      <NewCodeDialog
        isOpen={open === 'new-code'}
        near={code}
        onClose={() => setOpen(null)}
        onCreated={select}
      />
      <FamiliesDialog isOpen={open === 'families'} onClose={() => setOpen(null)} />
    </div>
  );
}
