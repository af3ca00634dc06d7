import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileName, saveFile, saveTable, type Exported } from '../../application/export';
import { useServices, useSession } from '../../application/react/context';
import { pngBlob, svgText } from '../../charts';
import type { Table } from '../../domain/exchange/tables/csv';
import { Button, Menu, toast } from '../../ui';

export interface SaveMenuProps {
  /** What the files are of, such as "mode segments". */
  readonly what: string;
  /** The figures behind the chart. */
  readonly table: () => Table;
  /** The chart in the page. */
  readonly figure: () => SVGSVGElement | null;
  readonly isDisabled: boolean;
}

/** The profile as data and as pictures: all from the same object. */
export function SaveMenu({ what, table, figure, isDisabled }: SaveMenuProps) {
  const { t } = useTranslation('profiles');
  const session = useSession();
  const { platform } = useServices();
  const name = (extension: string) => fileName(session.info.name, what, extension);

  const finish = async (saving: Promise<Exported>) => {
    const saved = await saving;
    if (!saved.ok) toast({ kind: 'problem', text: t(`exchange:failure.${saved.error.kind}`) });
    else if (saved.value.outcome === 'saved') toast({ text: t('exchange:saved') });
  };
  const saveSvg = (svg: SVGSVGElement) => {
    const bytes = new TextEncoder().encode(svgText(svg));
    return finish(saveFile(platform, { name: name('svg'), type: 'image/svg+xml', bytes }));
  };
  const savePng = async (svg: SVGSVGElement) => {
    let blob: Blob;
    try {
      blob = await pngBlob(svg);
    } catch {
      toast({ kind: 'problem', text: t('save.pngFailed') });
      return;
    }
    const bytes = new Uint8Array(await blob.arrayBuffer());
    await finish(saveFile(platform, { name: name('png'), type: 'image/png', bytes }));
  };
  const withFigure = (save: (svg: SVGSVGElement) => Promise<void>) => () => {
    const svg = figure();
    if (svg) void save(svg);
  };
  return (
    <Menu
      label={t('save.label')}
      trigger={
        <Button isDisabled={isDisabled}>
          <Download aria-hidden />
          {t('save.label')}
        </Button>
      }
      actions={[
        {
          id: 'csv',
          label: t('save.csv'),
          onAction: () => void finish(saveTable(platform, name('csv'), table())),
        },
        { id: 'svg', label: t('save.svg'), onAction: withFigure(saveSvg) },
        { id: 'png', label: t('save.png'), onAction: withFigure(savePng) },
      ]}
    />
  );
}
