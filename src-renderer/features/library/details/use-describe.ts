import { useCallback } from 'react';
import { useSession } from '../../../application/react/context';
import type { Source } from '../../../domain/model/source';
import { editSources, type SourcePatch } from '../../../domain/sources/edit-sources';
import { useRefusalText } from '../../../i18n/use-refusal-text';

/**
 * Describes the chosen sources: one edit, one change set.
 * Out: a function that does it and says why not, where it cannot.
 */
export function useDescribe(sources: readonly Source[]): (patch: SourcePatch) => string | undefined {
  const refusalText = useRefusalText();
  const session = useSession();
  return useCallback(
    (patch: SourcePatch) => {
      const input = { sourceIds: sources.map(({ id }) => id), patch };
      const draft = editSources(session.state, input, session.stamp);
      if (!draft.ok) return refusalText(draft.error);
      void session.run(draft.value);
      return undefined;
    },
    [session, sources, refusalText],
  );
}
