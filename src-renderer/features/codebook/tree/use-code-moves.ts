import { useDragAndDrop, type DragAndDropHooks } from 'react-aria-components';
import { useSession } from '../../../application/react/context';
import { moveCode, type MoveCodeInput } from '../../../domain/codebook/move-code';
import { codesUnder, familyRoot } from '../../../domain/codebook/tree';
import type { CodeId } from '../../../domain/model/ids';
import type { ProjectState } from '../../../domain/model/project';
import { familyOfRow } from './tree-items';

const CODE_TYPE = 'parallax-code';
type Position = 'on' | 'before' | 'after';

/**
 * Moving codes by mouse, and by keyboard through the grip: onto a code or family makes it the last one
 * there, between codes orders them. Families stay where they are.
 * In: told of the row under which a code was put.
 */
export function useCodeMoves(onMovedBelow: (id: string) => void): DragAndDropHooks {
  const session = useSession();
  const isFamily = (key: string) => familyOfRow(session.state, key) !== undefined;
  const move = (codeId: CodeId, key: string, position: Position) => {
    const place = placeAt(session.state, codeId, key, position);
    if (!place) return;
    const moved = session.attempt(moveCode(session.state, { codeId, ...place }, session.stamp));
    if (moved && position === 'on') onMovedBelow(key);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys]
        .map(String)
        .flatMap((key) => (isFamily(key) ? [] : [{ [CODE_TYPE]: key, 'text/plain': key }])),
    acceptedDragTypes: [CODE_TYPE],
    getDropOperation: (target) =>
      target.type === 'item' && (target.dropPosition === 'on' || !isFamily(String(target.key)))
        ? 'move'
        : 'cancel',
    onMove({ keys, target }) {
      for (const key of keys) move(String(key), String(target.key), target.dropPosition);
    },
  });
  return dragAndDropHooks;
}

/** Where a code goes that is dropped at a row; undefined for a row that is gone. */
function placeAt(
  state: ProjectState,
  codeId: CodeId,
  key: string,
  position: Position,
): Omit<MoveCodeInput, 'codeId'> | undefined {
  const family = familyOfRow(state, key);
  if (family) return { familyId: family.id, parentId: familyRoot(state, family.id)?.id ?? null };
  const target = state.codes.get(key);
  if (!target) return undefined;
  const { familyId, parentId } = target;
  if (position === 'on') return { familyId, parentId: target.id };
  const siblings = codesUnder(state, familyId, parentId).filter(({ id }) => id !== codeId);
  const at = siblings.findIndex(({ id }) => id === target.id);
  return { familyId, parentId, index: position === 'after' ? at + 1 : at };
}
