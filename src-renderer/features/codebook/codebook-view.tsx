import { FileInput, Plus, SlidersHorizontal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeenState } from '../../application/react/blind';
import { useNavigation, usePlace } from '../../application/react/context';
import { isCodebookFrozen } from '../../domain/codebook/frozen';
import { useLanguage } from '../../i18n/use-language';
import { Button, EmptyState, IconButton, runCommand, SearchField, useCommands, type Command } from '../../ui';
import { CodeEditor } from './editor/code-editor';
import { CodeTree } from './tree/code-tree';
import styles from './codebook.module.css';
import { FamiliesDialog } from './dialogs/families-dialog';
import { FamilyEditor } from './editor/family-editor';
import { NewCodeDialog } from './dialogs/new-code-dialog';
import { codebookTree, countCodes, familyOfRow } from './tree/tree-items';

type Open = 'new-code' | 'families' | null;

/** The codebook: the tree on the left, everything about the chosen code or family on the right. */
export function CodebookView() {
  const { t } = useTranslation('codebook');
  const state = useSeenState();
  const language = useLanguage();
  const navigation = useNavigation();
  const place = usePlace();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const isFrozen = isCodebookFrozen(state);
  const { families, codes, segments } = state;
  const counts = useMemo(() => countCodes({ codes, segments }), [codes, segments]);
  const tree = useMemo(
    () => codebookTree({ families, codes }, language, query),
    [families, codes, language, query],
  );
  const rowId = place.view === 'codebook' ? place.codeId : undefined;
  const family = rowId ? familyOfRow(state, rowId) : undefined;
  const code = rowId ? codes.get(rowId) : undefined;
  const select = (id: string) => navigation.replace({ view: 'codebook', codeId: id });

  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'codebook.new',
          section: 'code',
          label: t('newCode'),
          keys: ['Alt+N'],
          enabled: !isFrozen,
          run: () => setOpen('new-code'),
        },
        {
          id: 'codebook.families',
          section: 'code',
          label: t('families.title'),
          enabled: !isFrozen,
          run: () => setOpen('families'),
        },
      ],
      [t, isFrozen],
    ),
  );

  return (
    <div className={styles['view']}>
      <section className={styles['side']} aria-labelledby="codebook-title">
        <header className={styles['sideHeader']}>
          <div className={styles['sideTitle']}>
            <h1 id="codebook-title">{t('title')}</h1>
            <div className={styles['actions']}>
              <IconButton
                isDisabled={isFrozen}
                label={t('codebook-import:command')}
                onPress={() => runCommand('file.importCodebook')}
              >
                <FileInput />
              </IconButton>
              <Button kind="quiet" isDisabled={isFrozen} onPress={() => setOpen('families')}>
                <SlidersHorizontal aria-hidden />
                {t('families.open')}
              </Button>
              <Button isDisabled={isFrozen} onPress={() => setOpen('new-code')}>
                <Plus aria-hidden />
                {t('newCode')}
              </Button>
            </div>
          </div>
          {isFrozen && <p className={styles['frozen']}>{t('change:failure.codebook-frozen')}</p>}
          <SearchField label={t('search')} value={query} onChange={setQuery} />
        </header>
        <CodeTree
          tree={tree}
          counts={counts}
          selected={rowId}
          onSelect={select}
          isFiltered={query.trim() !== ''}
        />
      </section>
      <section className={styles['main']} aria-label={t('details')} tabIndex={-1}>
        <fieldset disabled={isFrozen} className={styles['whole']}>
          {family ? (
            <FamilyEditor key={family.id} family={family} counts={counts} onSelect={select} />
          ) : code ? (
            <CodeEditor key={code.id} code={code} counts={counts} onSelect={select} />
          ) : (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          )}
        </fieldset>
      </section>
      {open === 'new-code' && (
        <NewCodeDialog place={code?.parentId ?? rowId} onClose={() => setOpen(null)} onCreated={select} />
      )}
      {open === 'families' && <FamiliesDialog onClose={() => setOpen(null)} onCreated={select} />}
    </div>
  );
}
