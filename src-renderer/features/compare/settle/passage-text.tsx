import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../application/react/context';
import type { Difference } from '../../../domain/agreement/settle/difference';
import { projectInfo, type ProjectState } from '../../../domain/model/project';
import type { CodedSegment } from '../../../domain/model/segment';
import type { SourceText } from '../../../domain/model/source';
import { blocksIn } from '../../../domain/text/blocks';
import { snapToGraphemes } from '../../../domain/text/graphemes';
import { codeColors } from '../../../ui';
import styles from './settle.module.css';

/** How much of the text is shown on either side, in UTF-16 units. */
const CONTEXT = 700;

/** The passage in its text, with a line under it for each coder and for the agreed layer. */
export function PassageText({ state, difference }: { state: ProjectState; difference: Difference }) {
  const { t } = useTranslation('settle');
  const session = useSession();
  const { sourceId, coders } = difference;
  const [body, setBody] = useState<SourceText>();
  const passage = useRef<HTMLElement>(null);
  useEffect(() => {
    let isHere = true;
    void session.text(sourceId).then((text) => isHere && setBody(text));
    return () => {
      isHere = false;
    };
  }, [session, sourceId]);
  useEffect(() => {
    passage.current?.scrollIntoView({ block: 'nearest' });
  }, [body]);

  const source = state.sources.get(sourceId);
  const agreed = projectInfo(state).agreedCoderId;
  const lanes = [coders[0], coders[1], ...(agreed === undefined ? [] : [agreed])];
  const paragraphs = useMemo(() => (body ? paragraphsOf(body, difference) : []), [body, difference]);
  const segments = state.segmentsBySource.get(sourceId) ?? [];
  return (
    <section className={styles['text']} aria-label={t('text')}>
      <ul className={styles['legend']}>
        {lanes.map((id, lane) => (
          <li key={id} data-lane={lane}>
            <span aria-hidden>{lane + 1}</span>
            {state.coders.get(id)?.name}
          </li>
        ))}
      </ul>
      <div
        className={styles['reading']}
        lang={source?.language || undefined}
        // Reached from the keyboard, since a long passage scrolls.
        tabIndex={0}
        role="group"
        aria-label={source?.title}
      >
        {paragraphs.map(({ start, end, text }) => {
          const inside = segments.filter((each) => each.start < end && each.end > start);
          return (
            <p key={start} dir="auto">
              {runsOf({ start, end }, inside, difference).map((run) => {
                const isIn = run.start >= difference.start && run.end <= difference.end;
                const words = text.slice(run.start - start, run.end - start);
                const style = laneStyle(state, inside, lanes, run);
                const ref = run.start === difference.start ? passage : undefined;
                return isIn ? (
                  <mark key={run.start} ref={ref} className={styles['run']} style={style}>
                    {words}
                  </mark>
                ) : (
                  <span key={run.start} className={styles['run']} style={style}>
                    {words}
                  </span>
                );
              })}
            </p>
          );
        })}
      </div>
    </section>
  );
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The blocks around a passage, those at the rim cut to whole graphemes. */
function paragraphsOf({ text, blocks }: SourceText, passage: Range) {
  const window = snapToGraphemes(text, {
    start: Math.max(0, passage.start - CONTEXT),
    end: Math.min(text.length, passage.end + CONTEXT),
  });
  const { from, to } = blocksIn(blocks, window.start, window.end);
  return blocks.slice(from, to).map((block) => {
    const start = Math.max(block.start, window.start);
    const end = Math.min(block.end, window.end);
    return { start, end, text: text.slice(start, end) };
  });
}

function runsOf({ start, end }: Range, segments: readonly CodedSegment[], passage: Range): readonly Range[] {
  const borders = new Set([start, end]);
  for (const each of [...segments, passage]) {
    if (each.start > start && each.start < end) borders.add(each.start);
    if (each.end > start && each.end < end) borders.add(each.end);
  }
  const ordered = [...borders].sort((a, b) => a - b);
  return ordered.slice(1).map((to, i) => ({ start: ordered[i] ?? start, end: to }));
}

/** A line for each lane, in the colours of the codes there, beside each other where there are several. */
function laneStyle(
  state: ProjectState,
  segments: readonly CodedSegment[],
  lanes: readonly string[],
  run: Range,
): CSSProperties {
  const images: string[] = [];
  const places: string[] = [];
  lanes.forEach((coder, lane) => {
    const codes = new Set(
      segments
        .filter(({ coderId, start, end }) => coderId === coder && start <= run.start && end >= run.end)
        .flatMap(({ tags }) => tags),
    );
    const colors = [...codes].flatMap((id) => {
      const code = state.codes.get(id);
      return code ? codeColors(code.color).edge : [];
    });
    if (colors.length === 0) return;
    const width = 9;
    const stops = colors.map((color, i) => `${color} ${i * width}px ${(i + 1) * width}px`);
    images.push(`repeating-linear-gradient(90deg, ${stops.join(', ')})`);
    places.push(`0 calc(100% - ${(lanes.length - 1 - lane) * 6}px) / 100% 4px no-repeat`);
  });
  return images.length === 0
    ? {}
    : { background: images.map((each, i) => `${each} ${places[i]}`).join(', ') };
}
