import { PackageOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveProjectFile, writeProjectFile } from '../../application/project-file';
import { useProjectState, useServices, useSession } from '../../application/react/context';
import { openedPackage } from '../../domain/coders/packages';
import { isFinished, progressOf } from '../../domain/coders/progress';
import { refiWords } from '../../i18n/exchange-words';
import { useLanguage } from '../../i18n/use-language';
import { Button, ConfirmDialog, toast, useCommands, type Command } from '../../ui';
import styles from './packages.module.css';

/** In a project that was opened from a package: what it is, how far its coder is, and how it goes back. */
export function PackageLine() {
  const { t } = useTranslation('packages');
  const language = useLanguage();
  const session = useSession();
  const services = useServices();
  const state = useProjectState();
  const pack = openedPackage(state);
  const [isAsking, setIsAsking] = useState(false);
  const [isWriting, setIsWriting] = useState(false);
  const sources = pack?.sourceIds.filter((id) => state.sources.has(id)) ?? [];
  const done = sources.filter((id) => isFinished(progressOf(state, id, pack?.coderId ?? ''))).length;
  const left = sources.length - done;
  const hasPackage = pack !== undefined;

  const send = async () => {
    setIsWriting(true);
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    const wishes = { target: 'default' as const, language, words: refiWords(t) };
    const written = await writeProjectFile(session, services, wishes, watch);
    setIsWriting(false);
    if (!written.ok) {
      const { kind, params } = written.error;
      return toast({ kind: 'problem', text: t(`exchange-report:failure.write.${kind}`, params) });
    }
    const saved = await saveProjectFile(services, written.value);
    if (!saved.ok) toast({ kind: 'problem', text: t(`exchange:failure.${saved.error.kind}`) });
    else if (saved.value === 'saved') toast({ text: t('line.sent') });
  };
  const ask = () => (left > 0 ? setIsAsking(true) : void send());
  const commands: readonly Command[] = hasPackage
    ? [{ id: 'file.sendBack', section: 'file', label: t('line.send'), enabled: !isWriting, run: ask }]
    : [];
  // `ask` says what is so when it is called; the command itself changes with these alone.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useCommands(useMemo(() => commands, [hasPackage, isWriting, left, t]));

  if (!pack) return null;
  return (
    <div className={styles['line']} role="region" aria-label={t('line.label')}>
      <PackageOpen aria-hidden />
      <p>
        <strong>{pack.name}</strong>
        {[
          t('line.round', { round: pack.round }),
          pack.frozen && t('line.frozen'),
          t('line.done', { done, count: sources.length }),
        ]
          .filter(Boolean)
          .map((text) => ` · ${text}`)}
      </p>
      <Button isDisabled={isWriting} onPress={ask}>
        {t('line.send')}
      </Button>
      <ConfirmDialog
        title={t('unfinished.title')}
        confirm={t('unfinished.send')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => void send()}
      >
        <p>{t('unfinished.text', { count: left })}</p>
      </ConfirmDialog>
    </div>
  );
}
