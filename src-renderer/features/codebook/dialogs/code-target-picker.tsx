import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import { mergeCodes } from '../../../domain/codebook/merge-codes';
import { moveCode } from '../../../domain/codebook/move-code';
import { searchCodes } from '../../../domain/codebook/search';
import { codesInOrder, pathLabels, withDescendants } from '../../../domain/codebook/tree';
import type { Code } from '../../../domain/model/codebook';
import type { CodeId } from '../../../domain/model/ids';
import { labelIn } from '../../../domain/model/language';
import { useLanguage } from '../../../i18n/use-language';
import { CodeGlyph, Picker } from '../../../ui';

export interface CodeTargetPickerProps {
  readonly code: Code;
  readonly action: 'move' | 'merge';
  readonly onClose: () => void;
  readonly onDone: (id: CodeId) => void;
}

/** Chooses where a code goes, or which code it becomes part of. */
export function CodeTargetPicker({ code, action, onClose, onDone }: CodeTargetPickerProps) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const own = withDescendants(state, [code.id]);
  const label = t(`action.${action}`, { code: labelIn(code.labels, language) });

  const search = (query: string) => {
    const found = query
      ? searchCodes(state, query, language).map((match) => match.code)
      : codesInOrder(state);
    return found
      .filter((target) => !own.has(target.id) && state.families.get(target.familyId)?.enabled)
      .filter((target) => action === 'move' || target.codable)
      .map((target) => ({
        id: target.id,
        label: labelIn(target.labels, language) || target.key,
        detail: pathLabels(state, target.id, language).slice(0, -1).join(' › '),
        icon: <CodeGlyph code={target} />,
      }));
  };
  const pick = (id: CodeId) => {
    const target = state.codes.get(id);
    if (!target) return;
    const draft =
      action === 'move'
        ? moveCode(session.state, { codeId: code.id, familyId: target.familyId, parentId: id }, session.stamp)
        : mergeCodes(session.state, { from: [code.id], into: id }, session.stamp);
    if (session.attempt(draft)) onDone(action === 'move' ? code.id : id);
  };
  return (
    <Picker
      label={label}
      placeholder={t(`${action}Placeholder`)}
      isOpen
      onClose={onClose}
      search={search}
      onPick={pick}
    />
  );
}
