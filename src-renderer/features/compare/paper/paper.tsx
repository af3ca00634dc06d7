import { Copy, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileName, ORIGIN, saveFile } from '../../../application/export';
import { useProjectState, useServices, useSession } from '../../../application/react/context';
import { comparedCoders } from '../../../domain/agreement/drift/coders';
import { paperFormats, type PaperFormat } from '../../../domain/agreement/paper/document';
import { coderNamings, type CoderNaming } from '../../../domain/agreement/paper/facts';
import { openDisagreements } from '../../../domain/agreement/paper/open';
import { paperDocument, paperText } from '../../../domain/agreement/paper/paper';
import { paperReport, paperRequests } from '../../../domain/agreement/paper/requests';
import { labelIn } from '../../../domain/model/language';
import { languageNames } from '../../../i18n';
import { useLanguage } from '../../../i18n/use-language';
import { Button, EmptyState, Menu, Progress, Segmented, Select, toast } from '../../../ui';
import { useFamilies } from '../use-families';
import { useReports } from '../use-reports';
import { PaperPreview } from './paper-preview';
import { usePaperWords } from './use-paper-words';
import styles from './paper.module.css';

const types: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  csv: 'text/csv',
};

/** Methods section and tables on the agreement of coders, as they will be saved. */
export function Paper() {
  const { t } = useTranslation('paper');
  const own = useLanguage();
  const state = useProjectState();
  const session = useSession();
  const { exchange, platform } = useServices();
  const families = useFamilies();
  const [chosen, setFamily] = useState<string>();
  const [naming, setNaming] = useState<CoderNaming>('pseudonyms');
  const [inEnglish, setInEnglish] = useState(true);
  const language = inEnglish ? 'en' : own;
  const words = usePaperWords(language);
  const familyKey = chosen ?? families[0]?.key ?? '';
  const requests = useMemo(
    () => paperRequests(comparedCoders(state), { family: familyKey }),
    [state, familyKey],
  );
  const answer = useReports(requests);
  const [standard, grouped] = answer.kind === 'ready' ? answer.reports : [];
  const document = useMemo(() => {
    const [request] = requests;
    if (!standard || !grouped || standard.documents.length === 0) return undefined;
    const report = paperReport(standard, grouped);
    const open = openDisagreements(state, report);
    return paperDocument(state, report, { request, naming, open, software: ORIGIN }, words);
  }, [state, standard, grouped, requests, naming, words]);

  const copy = async () => {
    if (!document) return;
    try {
      await navigator.clipboard.writeText(paperText(document));
      toast({ text: t('view.copied') });
    } catch {
      toast({ kind: 'problem', text: t('view.copyFailed') });
    }
  };
  const save = async (format: PaperFormat) => {
    if (!document) return;
    const bytes = await exchange.writePaper(document, format);
    const name = fileName(session.info.name, document.title, format);
    const saved = await saveFile(platform, { name, type: types[format], bytes });
    if (!saved.ok) toast({ kind: 'problem', text: t(`exchange:failure.${saved.error.kind}`) });
    else if (saved.value.outcome === 'saved') toast({ text: t('exchange:saved') });
  };

  const gaps = document?.paragraphs.flat().filter(({ isGap }) => isGap).length ?? 0;
  return (
    <div className={styles['paper']}>
      <div className={styles['controls']}>
        <Select
          label={t('view.family')}
          hideLabel
          value={familyKey}
          options={families.map(({ key, labels }) => ({ id: key, label: labelIn(labels, own) || key }))}
          onChange={setFamily}
        />
        <Segmented
          label={t('view.naming')}
          value={naming}
          options={coderNamings.map((id) => ({ id, label: t(`view.${id}`) }))}
          onChange={setNaming}
        />
        {own !== 'en' && (
          <Segmented
            label={t('view.language')}
            value={language}
            options={(['en', own] as const).map((id) => ({ id, label: languageNames[id] }))}
            onChange={(id) => setInEnglish(id === 'en')}
          />
        )}
        <span className={styles['room']} />
        <Button isDisabled={!document} onPress={() => void copy()}>
          <Copy aria-hidden />
          {t('view.copy')}
        </Button>
        <Menu
          label={t('view.save')}
          trigger={
            <Button isDisabled={!document}>
              <Download aria-hidden />
              {t('view.save')}
            </Button>
          }
          actions={paperFormats.map((id) => ({
            id,
            label: t(`view.${id}`),
            onAction: () => void save(id),
          }))}
        />
      </div>
      {answer.kind === 'computing' && <Progress label={t('view.computing')} value={answer.done} />}
      {answer.kind === 'failed' && <p role="alert">{t('view.failed')}</p>}
      {standard && !document && <EmptyState title={t('view.none')}>{t('view.noneText')}</EmptyState>}
      {document && (
        <>
          {gaps > 0 && <p className={styles['gaps']}>{t('view.gaps', { count: gaps })}</p>}
          <PaperPreview document={document} label={t('view.preview')} />
        </>
      )}
    </div>
  );
}
