import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveProjectFile, writeProjectFile, type ProjectFile } from '../../application/project-file';
import { useServices, useSession } from '../../application/react/context';
import { refiTargets, type RefiTarget } from '../../domain/exchange/refi/targets';
import { refiWords } from '../../i18n/exchange-words';
import { useLanguage } from '../../i18n/use-language';
import { Button, Progress, Select, toast } from '../../ui';
import styles from './exchange.module.css';
import { ReportLines } from './report-lines';

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing'; readonly share: number }
  | { readonly kind: 'written'; readonly file: ProjectFile };

/** The whole project for Parallax and every other program; its report is read before the file is saved. */
export function ProjectExport() {
  const { t } = useTranslation('exchange');
  const session = useSession();
  const services = useServices();
  const language = useLanguage();
  const [target, setTarget] = useState<RefiTarget>('default');
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  /** What was begun, or written already, is for other wishes than those of now. */
  const startOver = () => {
    running.current?.abort();
    setStage({ kind: 'choosing' });
  };
  const write = async () => {
    const controller = new AbortController();
    running.current = controller;
    setStage({ kind: 'writing', share: 0 });
    const onProgress = (done: number, total: number) =>
      setStage((now) => (now.kind === 'writing' ? { ...now, share: done / Math.max(1, total) } : now));
    const wishes = { target, language, words: refiWords(t) };
    const written = await writeProjectFile(session, services, wishes, {
      signal: controller.signal,
      onProgress,
    });
    if (controller.signal.aborted) return;
    if (written.ok) return setStage({ kind: 'written', file: written.value });
    setStage({ kind: 'choosing' });
    const { kind, params } = written.error;
    toast({ kind: 'problem', text: t(`exchange-report:failure.write.${kind}`, params) });
  };
  const save = async (file: ProjectFile) => {
    const saved = await saveProjectFile(services, file);
    if (!saved.ok) toast({ kind: 'problem', text: t(`failure.${saved.error.kind}`) });
    else if (saved.value === 'saved') toast({ text: t('saved') });
  };

  return (
    <>
      <p className={styles['about']}>{t('project.text')}</p>
      <div className={styles['group']}>
        <Select
          label={t('project.target')}
          value={target}
          options={refiTargets.map((id) => ({ id, label: t(`project.targets.${id}`) }))}
          onChange={(id) => {
            setTarget(refiTargets.find((known) => known === id) ?? target);
            startOver();
          }}
        />
        <p className={styles['hint']}>{t(`project.targetHint.${target}`)}</p>
      </div>
      {stage.kind === 'writing' && (
        <div className={styles['progress']}>
          <Progress label={t('project.writing')} value={stage.share} />
          <Button onPress={startOver}>{t('common:cancel')}</Button>
        </div>
      )}
      {stage.kind === 'written' && (
        <div className={styles['losses']} role="status">
          <p>{t('project.written', { size: megabytes(stage.file.blob.size, language) })}</p>
          <ReportLines title={t('lossesTitle')} messages={stage.file.report.losses} />
          <ReportLines title={t('project.onlyParallax')} messages={stage.file.report.onlyParallax} />
        </div>
      )}
      <div className={styles['foot']}>
        {stage.kind === 'written' ? (
          <Button kind="primary" onPress={() => void save(stage.file)}>
            {t('project.save')}
          </Button>
        ) : (
          <Button kind="primary" isDisabled={stage.kind === 'writing'} onPress={() => void write()}>
            {t('project.write')}
          </Button>
        )}
      </div>
    </>
  );
}

const megabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumSignificantDigits: 2,
  }).format(bytes / 1e6);
