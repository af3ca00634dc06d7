import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../../application/react/context';
import { unitsTable, type UnitsTable } from '../../../../domain/agreement/study/input/units-table';
import type { AgreementReport } from '../../../../domain/agreement/study/report';
import { standardRequest } from '../../../../domain/agreement/study/request';
import type { Message } from '../../../../domain/model/message';
import { Button, Dialog, TextField } from '../../../../ui';
import styles from '../agreement.module.css';
import { ResultTable } from '../expert/result-table';

type Answer =
  | { readonly kind: 'wrong'; readonly message: Message }
  | { readonly kind: 'computing' }
  | { readonly kind: 'ready'; readonly report: AgreementReport; readonly table: UnitsTable };

const wrong = (key: string): Answer => ({ kind: 'wrong', message: { key, params: {} } });

/** Agreement of a table that was pasted or opened: rows are units, columns coders. */
export function TableDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('agreement');
  return (
    <Dialog title={t('fromTable.title')} width={980} isOpen={isOpen} onClose={onClose}>
      {isOpen && <TableBody />}
    </Dialog>
  );
}

function TableBody() {
  const { t } = useTranslation('agreement');
  const { analysis, platform } = useServices();
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ readonly name: string; readonly bytes: Uint8Array }>();
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    const given =
      file ?? (text.trim() ? { name: 'pasted.csv', bytes: new TextEncoder().encode(text) } : undefined);
    if (!given) return;
    const stop = new AbortController();
    const watch = { signal: stop.signal, onProgress: () => undefined };
    const compute = async (): Promise<Answer | undefined> => {
      const cells = await analysis.run('cells', given, watch);
      if (!cells.ok) return undefined;
      if (!cells.value.ok) return wrong('unreadable');
      const read = unitsTable(cells.value.value);
      if (!read.ok) return { kind: 'wrong', message: read.error };
      const { coefficients, bootstrap } = { ...standardRequest, coefficients: 'all' as const };
      const computed = await analysis.run(
        'agreement-of-table',
        { table: read.value.table, wishes: { coefficients, bootstrap, per: ['code', 'pair'] } },
        watch,
      );
      return computed.ok ? { kind: 'ready', report: computed.value, table: read.value } : undefined;
    };
    const timer = setTimeout(() => {
      setAnswer({ kind: 'computing' });
      compute().then(
        (next) => next && !stop.signal.aborted && setAnswer(next),
        () => !stop.signal.aborted && setAnswer(wrong('failed')),
      );
    }, 300);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [analysis, file, text]);

  const open = async () => {
    const [chosen] = await platform.openFiles(['csv', 'tsv', 'xlsx']);
    if (!chosen) return;
    try {
      setFile({ name: chosen.name, bytes: await chosen.bytes() });
    } catch {
      setAnswer(wrong('unreadable'));
    }
  };
  return (
    <div className={styles['fromTable']}>
      <p className={styles['quiet']}>{t('fromTable.text')}</p>
      <TextField
        label={t('fromTable.paste')}
        rows={6}
        value={text}
        onChange={(next) => {
          setFile(undefined);
          setText(next);
        }}
        placeholder={'unit,A,B\n1,x,x\n2,x|y,y\n3,,y'}
      />
      <div className={styles['row']}>
        <Button onPress={() => void open()}>{t('fromTable.open')}</Button>
        {file && <span className={styles['quiet']}>{file.name}</span>}
      </div>
      {answer?.kind === 'computing' && <p role="status">{t('computing')}</p>}
      {answer?.kind === 'wrong' && (
        <p role="alert">
          {t(`fromTable.wrong.${answer.message.key.replace('table.', '')}`, answer.message.params)}
        </p>
      )}
      {answer?.kind === 'ready' && (
        <>
          <p className={styles['quiet']} role="status">
            {t('fromTable.read', {
              units: answer.table.table.rows.length,
              coders: answer.report.coders.join(', '),
              pairable: answer.report.n,
            })}{' '}
            {answer.table.unitColumn !== null &&
              t('fromTable.unitColumn', { name: answer.table.unitColumn || '1' })}
          </p>
          <ResultTable report={answer.report} />
        </>
      )}
    </div>
  );
}
