import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../../application/react/context';
import type { AgreementReport, AgreementResult } from '../../../domain/agreement/study/report';
import type { AgreementRequest } from '../../../domain/agreement/study/request';
import type { DifferenceQuery } from '../../../domain/agreement/settle/query';
import { Button, Select } from '../../../ui';
import styles from './agreement.module.css';
import { Grid, type GridCell } from './grid';
import { useAgreement } from './use-agreement';
import { Waiting } from './waiting';
import { useWords } from './words';

const AT_ONCE = 30;

/** u-α of every code in every source, and pair by pair. */
export function Maps({ request }: { request: AgreementRequest }) {
  const wanted = useMemo(
    () => ({
      ...request,
      unit: 'character' as const,
      coefficients: ['uAlpha'],
      per: ['code', 'source', 'pair'] as const,
      bootstrap: null,
    }),
    [request],
  );
  const asked = useAgreement(wanted);
  if (asked.kind !== 'ready') return <Waiting asked={asked} />;
  return (
    <>
      <SourceMap report={asked.report} />
      {asked.report.coders.length > 2 && <PairMap report={asked.report} />}
    </>
  );
}

function useCells() {
  const { t } = useTranslation('agreement');
  const words = useWords();
  const navigation = useNavigation();
  return (result: AgreementResult | undefined, differences: DifferenceQuery): GridCell => {
    const value = result?.value ?? null;
    const scope = words.scope(result?.scope ?? {});
    const nothing = t(`reason.${result?.reason ?? 'no-units'}`);
    return {
      text: value === null ? '—' : words.value(value),
      strength: value === null ? null : Math.max(0, Math.min(1, 1 - value)),
      description:
        value === null
          ? t('maps.none', { scope, reason: nothing })
          : t('maps.cell', { scope, value: words.value(value) }),
      onOpen:
        value === null
          ? undefined
          : () => navigation.go({ view: 'compare', comparison: 'settle', differences }),
    };
  };
}

function SourceMap({ report }: { report: AgreementReport }) {
  const { t } = useTranslation('agreement');
  const words = useWords();
  const cellOf = useCells();
  const [shown, setShown] = useState(AT_ONCE);
  const { byPlace, ordered } = useMemo(() => {
    const found = new Map<string, AgreementResult>();
    const lowest = new Map<string, number>();
    for (const result of report.results) {
      const { source, code } = result.scope;
      if (source === undefined) continue;
      found.set(`${source} ${code ?? ''}`, result);
      if (code === undefined || result.value === null) continue;
      lowest.set(source, Math.min(lowest.get(source) ?? Infinity, result.value));
    }
    const place = (id: string) => lowest.get(id) ?? Infinity;
    return {
      byPlace: found,
      ordered: report.documents.toSorted((a, b) =>
        place(a.id) < place(b.id) ? -1 : place(a.id) > place(b.id) ? 1 : 0,
      ),
    };
  }, [report]);
  const pair =
    report.coders.length === 2 ? { coders: [report.coders[0] ?? '', report.coders[1] ?? ''] as const } : {};
  return (
    <section>
      <h2 className={styles['heading']}>{t('maps.sources')}</h2>
      <p className={styles['quiet']}>{t('maps.sourcesText')}</p>
      <Grid
        label={t('maps.sources')}
        corner={t('maps.source')}
        columns={report.codes.map(words.code)}
        rows={ordered.slice(0, shown).map(({ id }) => ({
          id,
          label: words.source(id),
          cells: report.codes.map((codeId) =>
            cellOf(byPlace.get(`${id} ${codeId}`), { sourceId: id, codeId, ...pair }),
          ),
        }))}
      />
      {ordered.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('maps.more', { count: ordered.length - shown })}
        </Button>
      )}
    </section>
  );
}

function PairMap({ report }: { report: AgreementReport }) {
  const { t } = useTranslation('agreement');
  const words = useWords();
  const cellOf = useCells();
  const [code, setCode] = useState(report.codes[0] ?? '');
  const of = (a: string, b: string) =>
    report.results.find(({ scope }) => {
      const [one, other] = scope.pair ?? [];
      return scope.code === code && ((one === a && other === b) || (one === b && other === a));
    });
  return (
    <section>
      <h2 className={styles['heading']}>{t('maps.pairs')}</h2>
      <div className={styles['pairOf']}>
        <Select
          label={t('maps.pairsOf')}
          value={code}
          options={report.codes.map((id) => ({ id, label: words.code(id) }))}
          onChange={setCode}
        />
      </div>
      <Grid
        label={t('maps.pairs')}
        corner={t('maps.coder')}
        columns={report.coders.map(words.coder)}
        rows={report.coders.map((a) => ({
          id: a,
          label: words.coder(a),
          cells: report.coders.map((b) =>
            a === b
              ? { text: '', strength: null, description: words.coder(a) }
              : cellOf(of(a, b), { coders: [a, b], codeId: code }),
          ),
        }))}
      />
    </section>
  );
}
