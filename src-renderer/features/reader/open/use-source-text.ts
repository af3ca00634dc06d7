import { useEffect, useState } from 'react';
import { useSession } from '../../../application/react/context';
import type { SourceId } from '../../../domain/model/ids';
import type { SourceText } from '../../../domain/model/source';

/** The text of a source: null until it is read, 'missing' when the project does not hold it. */
export function useSourceText(sourceId: SourceId): SourceText | 'missing' | null {
  const session = useSession();
  const [read, setRead] = useState<{ sourceId: SourceId; text: SourceText | undefined } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void session.text(sourceId).then((text) => {
      if (isWanted) setRead({ sourceId, text });
    });
    return () => {
      isWanted = false;
    };
  }, [session, sourceId]);
  return read?.sourceId === sourceId ? (read.text ?? 'missing') : null;
}
