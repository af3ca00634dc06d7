import { useMemo, useState } from 'react';
import { useProjectState } from '../../../application/react/context';
import { familyRoot } from '../../../domain/codebook/tree';
import { planCodebookImport } from '../../../domain/exchange/codebook/plan/plan';
import type { CodebookChoices, CodebookPlan, Resolution } from '../../../domain/exchange/codebook/plan/types';
import type { FamilyId } from '../../../domain/model/ids';
import type { LabelLanguage } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import type { ReadCodebook } from './use-import';

/** What a person decides, and the plan that comes of it. */
export interface Planned {
  readonly plan: CodebookPlan;
  readonly language: LabelLanguage;
  readonly setLanguage: (language: LabelLanguage) => void;
  /** '' for a new family. */
  readonly familyId: FamilyId;
  readonly setFamilyId: (id: FamilyId) => void;
  readonly familyName: string;
  readonly setFamilyName: (name: string) => void;
  readonly resolve: (clashId: string, resolution: Resolution) => void;
}

export function usePlan({ file, fileName, deleted }: ReadCodebook): Planned {
  const state = useProjectState();
  const [language, setLanguage] = useState<LabelLanguage>(useLanguage());
  const [familyId, setFamilyId] = useState<FamilyId>('');
  const [familyName, setFamilyName] = useState(() => fileName.replace(/\.[^.]+$/, ''));
  const [clashes, setClashes] = useState<NonNullable<CodebookChoices['clashes']>>({});
  const plan = useMemo(() => {
    const place = familyId
      ? ({ kind: 'family', familyId, parentId: familyRoot(state, familyId)?.id ?? null } as const)
      : ({ kind: 'new-family', labels: { [language]: familyName.trim() || fileName } } as const);
    return planCodebookImport(state, file, { language, place, clashes, deleted });
  }, [state, file, fileName, language, familyId, familyName, clashes, deleted]);
  const resolve = (id: string, resolution: Resolution) => setClashes((now) => ({ ...now, [id]: resolution }));
  return { plan, language, setLanguage, familyId, setFamilyId, familyName, setFamilyName, resolve };
}
