import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlind } from '../../../application/react/blind';
import { useNavigation, usePlace, useProjectState, useSession } from '../../../application/react/context';
import { labelIn } from '../../../domain/model/language';
import type { CodedSegment } from '../../../domain/model/segment';
import type { Source, SourceText } from '../../../domain/model/source';
import { shorten } from '../../../domain/text/graphemes';
import { useLanguage } from '../../../i18n/use-language';
import { toast } from '../../../ui';
import type { CodingNotice } from '../coding/coding';
import { codesOf, lookOfSegments } from '../coding/look-of';
import { OpenSource } from './open-source';

/** Shows a source in an element, keeps it current with the project, and goes where the place says. */
export function useOpenSource(
  host: RefObject<HTMLElement | null>,
  source: Source,
  body: SourceText | null,
): OpenSource | null {
  const { t } = useTranslation('reader');
  const session = useSession();
  const navigation = useNavigation();
  const language = useLanguage();
  const place = usePlace();
  const { codes, families, coders } = useProjectState();
  const { coderId } = session;
  const { isBlind } = useBlind();
  const [open, setOpen] = useState<OpenSource | null>(null);
  const lookOf = useMemo(
    () => lookOfSegments({ codes, families, coders }, coderId, language),
    [codes, families, coders, coderId, language],
  );

  const describe = useEffectEvent((segment: CodedSegment, overlaps: number): string => {
    const names = codesOf(session.state, segment.tags).map(
      (code) => labelIn(code.labels, language) || code.key,
    );
    return [
      names.join(', '),
      t('segment.by', { coder: session.state.coders.get(segment.coderId)?.name ?? '' }),
      segment.certainty === 'unsure' && t('certainty.unsure'),
      overlaps > 0 && t('segment.overlaps', { count: overlaps }),
      `“${shorten(segment.quote)}”`,
    ]
      .filter(Boolean)
      .join('; ');
  });
  const say = useEffectEvent((notice: CodingNotice) => {
    if (notice.kind === 'removed') {
      const text = t('removed', { count: notice.count });
      toast({ text, action: { label: t('common:undo'), run: notice.undo } });
    } else
      toast({ text: t('foreign', { coder: session.state.coders.get(notice.segment.coderId)?.name ?? '' }) });
  });
  const make = useEffectEvent((element: HTMLElement, text: SourceText): OpenSource => {
    const words = {
      segments: t('segment.list'),
      segment: (segment: CodedSegment, overlaps: number) => describe(segment, overlaps),
    };
    const tell = (notice: CodingNotice) => say(notice);
    return new OpenSource(element, session, navigation, source, text, lookOf, words, tell, isBlind);
  });

  useLayoutEffect(() => {
    if (!host.current || !body) return;
    const made = make(host.current, body);
    // What is made here lives outside React; the panels show it in the same frame as the text.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setOpen(made);
    return () => {
      made.dispose();
      setOpen(null);
    };
  }, [host, session, source.id, source.language, body]);
  useEffect(() => open?.setLook(lookOf), [open, lookOf]);
  useEffect(() => open?.setBlind(isBlind), [open, isBlind]);
  useEffect(() => open?.place.arrive(open.reader), [open, place]);
  return open;
}
