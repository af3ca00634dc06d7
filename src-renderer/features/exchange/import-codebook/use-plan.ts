import { useDeferredValue, useMemo, useState } from 'react';
import { useProjectState } from '../../../application/react/context';
import { familyRoot } from '../../../domain/codebook/tree';
import { planCodebookImport } from '../../../domain/exchange/codebook/plan/plan';
import type { CodebookChoices, CodebookPlan, Resolution } from '../../../domain/exchange/codebook/plan/types';
import type { FamilyId } from '../../../domain/model/ids';
import type { LabelLanguage } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import type { ReadCodebook } from './use-import';

/** What a person decides, and the plans that come of it. */
export interface Planned {
  /** What would be done. */
  readonly plan: CodebookPlan;
  /** What would be done if nothing were left out: the rows there are to choose from. */
  readonly whole: CodebookPlan;
  /** Whether the plans are behind the choices, as they are for a moment where codes are many. */
  readonly isBehind: boolean;
  readonly language: LabelLanguage;
  readonly setLanguage: (language: LabelLanguage) => void;
  /** '' for a new family. */
  readonly familyId: FamilyId;
  readonly setFamilyId: (id: FamilyId) => void;
  readonly familyName: string;
  readonly setFamilyName: (name: string) => void;
  readonly resolve: (clashId: string, resolution: Resolution) => void;
  /** The file's ids of families and codes that are left out. */
  readonly leave: ReadonlySet<string>;
  readonly take: (ids: readonly string[], isTaken: boolean) => void;
}

const nothing: ReadonlySet<string> = new Set();

export function usePlan({ file, fileName, deleted }: ReadCodebook): Planned {
  const state = useProjectState();
  const [language, setLanguage] = useState<LabelLanguage>(useLanguage());
  const [familyId, setFamilyId] = useState<FamilyId>('');
  const [familyName, setFamilyName] = useState(() => fileName.replace(/\.[^.]+$/, ''));
  const [clashes, setClashes] = useState<NonNullable<CodebookChoices['clashes']>>({});
  const [leave, setLeave] = useState(nothing);
  const chosen = useMemo((): CodebookChoices => {
    const place = familyId
      ? ({ kind: 'family', familyId, parentId: familyRoot(state, familyId)?.id ?? null } as const)
      : ({ kind: 'new-family', labels: { [language]: familyName.trim() || fileName } } as const);
    return { language, place, clashes, deleted };
  }, [state, fileName, language, familyId, familyName, clashes, deleted]);

  // Planning ten thousand codes takes longer than a key stroke may.
  const choices = useDeferredValue(chosen);
  const left = useDeferredValue(leave);
  const whole = useMemo(() => planCodebookImport(state, file, choices), [state, file, choices]);
  const plan = useMemo(
    () => (left.size === 0 ? whole : planCodebookImport(state, file, { ...choices, leave: left })),
    [state, file, choices, left, whole],
  );
  return {
    plan,
    whole,
    isBehind: choices !== chosen || left !== leave,
    language,
    setLanguage,
    familyId,
    setFamilyId,
    familyName,
    setFamilyName,
    resolve: (id, resolution) => setClashes((now) => ({ ...now, [id]: resolution })),
    leave,
    take: (ids, isTaken) =>
      setLeave((now) => {
        const some = new Set(ids);
        return isTaken ? new Set([...now].filter((id) => !some.has(id))) : new Set([...now, ...ids]);
      }),
  };
}
