import type { TFunction } from 'i18next';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices, useSession } from '../../../application/react/context';
import type { CodebookFile } from '../../../domain/exchange/codebook/file';
import { deletedCodes } from '../../../domain/exchange/codebook/plan/deleted';
import type { CodeId } from '../../../domain/model/ids';
import { labelLanguages } from '../../../domain/model/language';
import { toast } from '../../../ui';

/** A codebook that was read, before anything of it is taken over. */
export interface ReadCodebook {
  readonly fileName: string;
  readonly file: CodebookFile;
  /** Codes that this project had: they do not come back unasked. */
  readonly deleted: ReadonlySet<CodeId>;
}

/** Descriptions are parted by the words of whatever language they were written in. */
const headings = (t: TFunction) =>
  labelLanguages.map((lng) => ({
    include: t('exchange:heading.include', { lng }),
    exclude: t('exchange:heading.exclude', { lng }),
    response: t('exchange:heading.response', { lng }),
  }));

/** Chooses a file and reads it. Out: what was read, how to begin and how to end. */
export function useImport() {
  const { t } = useTranslation('codebook-import');
  const { platform, exchange } = useServices();
  const session = useSession();
  const [read, setRead] = useState<ReadCodebook | null>(null);
  const close = useCallback(() => setRead(null), []);

  const start = useCallback(async () => {
    const [chosen] = await platform.openFiles(['qdc', 'csv', 'xlsx', 'json']);
    if (!chosen) return;
    const result = await exchange.readCodebook(chosen, headings(t));
    if (!result.ok) {
      const { kind, detail } = result.error;
      const reason = t(`exchange-report:failure.${kind}`, { detail });
      toast({ kind: 'problem', text: t('failed', { file: chosen.name, reason }) });
      return;
    }
    setRead({ fileName: chosen.name, file: result.value, deleted: deletedCodes(await session.history()) });
  }, [platform, exchange, session, t]);

  return { read, start, close };
}
