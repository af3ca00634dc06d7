import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fileName, saveFile, saveTable, type Exported } from '../../application/export';
import { useServices, useSession } from '../../application/react/context';
import { pngBlob, svgText } from '../../charts';
import { profileTable } from '../../domain/exchange/profile-table';
import type { FramingProfile } from '../../domain/profile/profile';
import { countryName } from '../../i18n/names';
import { useLanguage } from '../../i18n/use-language';
import { Button, Menu, toast } from '../../ui';

export interface SaveMenuProps {
  readonly profile: FramingProfile;
  /** The chart in the page. */
  readonly figure: () => SVGSVGElement | null;
}

/** The profile as data and as pictures: all from the same object. */
export function SaveMenu({ profile, figure }: SaveMenuProps) {
  const { t } = useTranslation('profiles');
  const session = useSession();
  const { platform } = useServices();
  const language = useLanguage();
  const name = (extension: string) =>
    fileName(session.info.name, `${profile.request.familyKey} ${profile.unit}`, extension);

  const finish = async (saving: Promise<Exported>) => {
    const saved = await saving;
    if (!saved.ok) toast({ kind: 'problem', text: t(`exchange:failure.${saved.error.kind}`) });
    else if (saved.value.outcome === 'saved') toast({ text: t('exchange:saved') });
  };
  const saveSvg = (svg: SVGSVGElement) =>
    finish(
      saveFile(platform, {
        name: name('svg'),
        type: 'image/svg+xml',
        bytes: new TextEncoder().encode(svgText(svg)),
      }),
    );
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
        <Button isDisabled={profile.rows.length === 0}>
          <Download aria-hidden />
          {t('save.label')}
        </Button>
      }
      actions={[
        {
          id: 'csv',
          label: t('save.csv'),
          onAction: () => {
            const table = profileTable(profile, {
              language,
              countryName: (key) => countryName(key, language),
            });
            void finish(saveTable(platform, name('csv'), table));
          },
        },
        { id: 'svg', label: t('save.svg'), onAction: withFigure(saveSvg) },
        { id: 'png', label: t('save.png'), onAction: withFigure(savePng) },
      ]}
    />
  );
}
