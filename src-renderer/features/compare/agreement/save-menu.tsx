import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileName, saveFile, saveTable, type Exported } from '../../../application/export';
import { useServices, useSession } from '../../../application/react/context';
import { namedReport, reportNames } from '../../../domain/agreement/study/named';
import type { AgreementReport } from '../../../domain/agreement/study/report';
import { agreementTable } from '../../../domain/exchange/tables/agreement-table';
import { useLanguage } from '../../../i18n/use-language';
import { Button, Menu, toast } from '../../../ui';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The figures as a file: the very report that is shown, and that the command line writes. */
export function SaveMenu({ report }: { report: AgreementReport | undefined }) {
  const { t } = useTranslation('agreement');
  const session = useSession();
  const { platform, exchange } = useServices();
  const language = useLanguage();
  const finish = async (saving: Promise<Exported>) => {
    const saved = await saving;
    if (!saved.ok) toast({ kind: 'problem', text: t(`exchange:failure.${saved.error.kind}`) });
    else if (saved.value.outcome === 'saved') toast({ text: t('exchange:saved') });
  };
  const save = async (ending: 'csv' | 'xlsx' | 'json', of: AgreementReport): Promise<Exported> => {
    const named = namedReport(of, reportNames(session.state, of, language));
    const name = fileName(session.info.name, 'agreement', ending);
    if (ending === 'csv') return saveTable(platform, name, agreementTable(named));
    if (ending === 'json') {
      const bytes = new TextEncoder().encode(`${JSON.stringify(named, null, 2)}\n`);
      return saveFile(platform, { name, type: 'application/json', bytes });
    }
    const { bytes } = await exchange.xlsx([{ name: 'agreement', table: agreementTable(named) }]);
    return saveFile(platform, { name, type: XLSX, bytes });
  };
  return (
    <Menu
      label={t('save.label')}
      trigger={
        <Button isDisabled={!report}>
          <Download aria-hidden />
          {t('save.label')}
        </Button>
      }
      actions={(['csv', 'xlsx', 'json'] as const).map((id) => ({
        id,
        label: t(`save.${id}`),
        onAction: () => report && void finish(save(id, report)),
      }))}
    />
  );
}
