import { Copy, FileArchive, FileText, TriangleAlert } from 'lucide-react';
import { GridList, GridListItem, ListLayout, Virtualizer, type Selection } from 'react-aria-components';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../../../application/import/import-item';
import { countryName } from '../../../../i18n/names';
import { useLanguage } from '../../../../i18n/use-language';
import { Checkbox } from '../../../../ui';
import { lengthOf } from './length';
import { isLocked, type Line } from './lines';
import styles from './preview.module.css';

/** Height of a line in CSS pixels, as in preview.module.css. */
const LINE = 48;

export interface LineListProps {
  readonly lines: readonly Line[];
  readonly chosen: ReadonlySet<string>;
  /** Sources that came before in another file or article, by id. */
  readonly repeats: ReadonlyMap<string, string>;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
  readonly onInclude: (id: string, isIncluded: boolean) => void;
}

/** Files and the sources that would come of them; each source can be left out. */
export function LineList({ lines, chosen, repeats, onChoose, onInclude }: LineListProps) {
  const { t } = useTranslation('import-preview');
  const choose = (keys: Selection) =>
    onChoose(keys === 'all' ? new Set(lines.map(({ key }) => key)) : new Set([...keys].map(String)));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: LINE }}>
      <GridList
        aria-label={t('list')}
        className={styles['list'] ?? ''}
        items={lines.map((line) => ({ id: line.key, line }))}
        dependencies={[repeats]}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={chosen}
        onSelectionChange={choose}
      >
        {({ line }) => (
          <GridListItem
            textValue={titleOf(line)}
            className={styles['line'] ?? ''}
            style={{ '--depth': line.depth } as CSSProperties}
          >
            {line.kind === 'file' ? (
              <FileLine item={line.item} sources={line.sources} />
            ) : (
              <SourceLine line={line} sameAs={repeats.get(line.key)} onInclude={onInclude} />
            )}
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}

const titleOf = (line: Line): string =>
  line.kind === 'file' ? line.item.file.path : line.source.about.title;

function FileLine({ item, sources }: { item: ImportItem; sources: number }) {
  const { t } = useTranslation('import-preview');
  const isFailed = item.state === 'failed';
  const Icon = isFailed
    ? TriangleAlert
    : item.state === 'read' && item.read.members.length > 0
      ? FileArchive
      : FileText;
  return (
    <>
      <Icon aria-hidden />
      <div className={styles['words']}>
        <strong>{item.file.path}</strong>
        <span>
          {isFailed ? (
            t(isLocked(item) ? 'line.locked' : 'line.failed')
          ) : item.state === 'reading' ? (
            item.progress ? (
              t('recognising', { ...item.progress })
            ) : (
              t('line.reading')
            )
          ) : (
            <FileNote item={item} sources={sources} />
          )}
        </span>
      </div>
    </>
  );
}

function FileNote({ item, sources }: { item: ImportItem; sources: number }) {
  const { t } = useTranslation('import-preview');
  if (item.state !== 'read') return null;
  const { members, declared, records, pagesWithoutText } = item.read;
  if (members.length > 0) return t('line.members', { count: members.length });
  if (records.length > 0) return t('line.records', { count: records.length });
  if (sources === 0 && pagesWithoutText.length > 0) return t('line.pictures');
  return declared !== null && declared !== sources
    ? t('line.declared', { count: sources, declared })
    : t('line.sources', { count: sources });
}

function SourceLine({
  line,
  sameAs,
  onInclude,
}: {
  line: Extract<Line, { kind: 'source' }>;
  sameAs: string | undefined;
  onInclude: LineListProps['onInclude'];
}) {
  const { t } = useTranslation('import-preview');
  const language = useLanguage();
  const { source } = line;
  const { title, country, date, outlet } = source.about;
  const facts = [country && countryName(country, language), date, outlet].filter(Boolean);
  const known =
    source.sameAs !== null
      ? t('line.known', { title: source.sameAs })
      : sameAs !== undefined && t('line.repeat', { title: sameAs });
  return (
    <>
      <Checkbox
        label={t('line.include', { title })}
        isSelected={source.isIncluded}
        onChange={(isIncluded) => onInclude(source.id, isIncluded)}
      />
      <div className={styles['words']} data-left={!source.isIncluded || undefined}>
        <strong lang={source.about.language || undefined}>{title}</strong>
        <span>{[...facts, t('common:characters', { count: lengthOf(source.parsed) })].join(' · ')}</span>
      </div>
      {known && (
        <span className={styles['mark']} title={known} role="img" aria-label={known}>
          <Copy aria-hidden />
        </span>
      )}
      {source.parsed.warnings.length > 0 && (
        <span
          className={styles['mark']}
          role="img"
          aria-label={t('line.warnings', { count: source.parsed.warnings.length })}
          title={source.parsed.warnings
            .map(({ key, params }) => t(`import-messages:warning.${key}`, params))
            .join('\n')}
        >
          <TriangleAlert aria-hidden />
        </span>
      )}
    </>
  );
}
