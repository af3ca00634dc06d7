import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import type { SegmentId } from '../../../domain/model/ids';
import { invariant } from '../../../domain/model/result';
import type { CodedSegment } from '../../../domain/model/segment';
import type { Source } from '../../../domain/model/source';
import type { OpenSource } from './open-source';
import type { ReaderState } from '../engine/reader';
import type { Aside } from './use-aside';
import type { Panels } from './use-panels';

/** What the panels around the text share. */
export interface OpenReader extends Pick<OpenSource, 'reader' | 'coding' | 'find'> {
  readonly source: Source;
  readonly openPalette: () => void;
  readonly openFind: () => void;
  /** The segment whose memo is being written. */
  readonly memoOf: SegmentId | null;
  readonly openMemo: () => void;
  readonly closeMemo: () => void;
  readonly panels: Panels;
  readonly aside: Aside | null;
}

export const ReaderContext = createContext<OpenReader | null>(null);

/** The open source, for what is shown only while there is one. */
export function useOpenReader(): OpenReader {
  const open = useContext(ReaderContext);
  invariant(open, 'panels of the text are shown once the text is there');
  return open;
}

export function useReaderState(): ReaderState {
  const { reader } = useOpenReader();
  return useSyncExternalStore(reader.subscribe, () => reader.state);
}

const segmentsOf = (snapshot: SessionSnapshot) => snapshot.state.segments;

/** The selected segments as the project has them. */
export function useSelectedSegments(): readonly CodedSegment[] {
  const { segmentIds } = useReaderState();
  const segments = useProject(segmentsOf);
  return useMemo(() => segmentIds.flatMap((id) => segments.get(id) ?? []), [segmentIds, segments]);
}
