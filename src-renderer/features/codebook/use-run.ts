import { useSession } from '../../application/react/context';
import type { ChangeDraft } from '../../domain/model/change';
import type { Refusal } from '../../domain/model/refusal';
import type { Result } from '../../domain/model/result';
import { useRefusalText } from '../../i18n/use-refusal-text';

/** Does what a use case worked out. Out: why it was refused, for the field that asked; undefined when done. */
export function useRun(): (result: Result<ChangeDraft, Refusal<string>>) => string | undefined {
  const session = useSession();
  const sayRefusal = useRefusalText();
  return (result) => {
    if (!result.ok) return sayRefusal(result.error);
    void session.run(result.value);
    return undefined;
  };
}
