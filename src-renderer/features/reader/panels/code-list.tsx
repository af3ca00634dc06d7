import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import { childrenOf, rootsOf } from '../../../domain/codebook/tree';
import type { Code, CodeFamily } from '../../../domain/model/codebook';
import type { CodeId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import type { CodedSegment } from '../../../domain/model/segment';
import { useLanguage } from '../../../i18n/use-language';
import { CodeGlyph } from '../../../ui';
import { startCodeDrag } from '../coding/code-drop';
import { useOpenReader, useSelectedSegments } from '../open/reader-context';
import styles from './panels.module.css';

const codesOf = (snapshot: SessionSnapshot) => snapshot.state.codes;
const familiesOf = (snapshot: SessionSnapshot) => snapshot.state.families;
const stateOf = (snapshot: SessionSnapshot) => snapshot.state;
const segmentsOf = (snapshot: SessionSnapshot) => snapshot.state.segmentsBySource;
const none: readonly CodedSegment[] = [];

/** A code in the list with its depth; a folder only groups. */
interface Row {
  readonly code: Code;
  readonly depth: number;
}

/** The codes in use: press one to code the selection, or drag it onto the text. */
export function CodeList() {
  const { t } = useTranslation('reader');
  const { source } = useOpenReader();
  const families = useProject(familiesOf);
  const segments = useProject(segmentsOf).get(source.id) ?? none;
  const counts = useMemo(() => countTags(segments), [segments]);
  const shown = useMemo(
    () =>
      [...families.values()]
        .filter(({ enabled }) => enabled)
        .sort((a, b) => Number(b.core) - Number(a.core) || a.order - b.order),
    [families],
  );
  return (
    <section className={styles['codes']} aria-labelledby="reader-codes">
      <h2 id="reader-codes" className={styles['panelTitle']}>
        {t('codes.title')}
      </h2>
      <div className={styles['codeList']}>
        {shown.length === 0 && <p className={styles['nothing']}>{t('codes.none')}</p>}
        {shown.map((family) => (
          <Family key={family.id} family={family} counts={counts} />
        ))}
      </div>
    </section>
  );
}

function countTags(segments: readonly CodedSegment[]): ReadonlyMap<CodeId, number> {
  const counts = new Map<CodeId, number>();
  for (const { tags } of segments) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

function Family({ family, counts }: { family: CodeFamily; counts: ReadonlyMap<CodeId, number> }) {
  const language = useLanguage();
  const codes = useProject(codesOf);
  const state = useProject(stateOf);
  // The tree hangs on the table of codes alone.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const rows = useMemo(() => rowsOf(state, family), [codes, family]);
  return (
    <Disclosure defaultExpanded className={styles['family'] ?? ''}>
      <Heading level={3} className={styles['familyTitle'] ?? ''}>
        <Button slot="trigger" className={styles['familyButton'] ?? ''}>
          <ChevronRight aria-hidden />
          {labelIn(family.labels, language) || family.key}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul>
          {rows.map(({ code, depth }) => (
            <li key={code.id} style={{ paddingInlineStart: depth * 14 }}>
              <CodeRow code={code} count={counts.get(code.id) ?? 0} />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** The codes of a family without its root, whose name the family bears. */
function rowsOf(state: Parameters<typeof rootsOf>[0], family: CodeFamily): readonly Row[] {
  const below = (code: Code, depth: number): readonly Row[] => [
    { code, depth },
    ...childrenOf(state, code.id).flatMap((child) => below(child, depth + 1)),
  ];
  const roots = rootsOf(state, family.id);
  const [only] = roots;
  const top = only && roots.length === 1 && !only.codable ? childrenOf(state, only.id) : roots;
  return top.flatMap((code) => below(code, 0));
}

function CodeRow({ code, count }: { code: Code; count: number }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const { coding, reader } = useOpenReader();
  const selected = useSelectedSegments();
  const label = labelIn(code.labels, language) || code.key;
  if (!code.codable) return <span className={styles['folder']}>{label}</span>;
  const isOn = selected.length > 0 && selected.every(({ tags }) => tags.includes(code.id));
  return (
    <button
      type="button"
      className={styles['code']}
      title={code.definition || label}
      aria-pressed={isOn}
      draggable
      onDragStart={(event) => startCodeDrag(event.dataTransfer, code.id)}
      onClick={(event) => {
        coding.code(code.id);
        // After the mouse the text has the focus again; who came by keyboard stays in the list.
        if (event.detail > 0) reader.view.scroller.focus({ preventScroll: true });
      }}
    >
      <CodeGlyph code={code} size={12} />
      <span className={styles['codeLabel']}>{label}</span>
      {code.shortcut && <kbd className={styles['shortcut']}>{code.shortcut.toUpperCase()}</kbd>}
      <span className={styles['count']}>
        {count > 0 && (
          <>
            {count}
            <span className="visually-hidden"> {t('codes.count')}</span>
          </>
        )}
      </span>
    </button>
  );
}
