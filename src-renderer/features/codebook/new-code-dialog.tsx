import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../application/react/context';
import { createCode } from '../../domain/codebook/edit-code';
import { codesInOrder, pathLabels } from '../../domain/codebook/tree';
import type { Code } from '../../domain/model/codebook';
import type { CodeId } from '../../domain/model/ids';
import { labelIn } from '../../domain/model/language';
import { useLanguage } from '../../i18n/use-language';
import { Button, Dialog, Select, TextField } from '../../ui';

export interface NewCodeDialogProps {
  readonly isOpen: boolean;
  /** The code chosen in the tree: the new one stands beside it, or below it with `asChild`. */
  readonly near: Code | undefined;
  readonly asChild?: boolean;
  readonly onClose: () => void;
  readonly onCreated: (id: CodeId) => void;
}

export function NewCodeDialog({ isOpen, ...props }: NewCodeDialogProps) {
  return isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ near, asChild, onClose, onCreated }: Omit<NewCodeDialogProps, 'isOpen'>) {
  const { t } = useTranslation('codebook');
  const state = useProjectState();
  const session = useSession();
  const language = useLanguage();
  const [label, setLabel] = useState('');
  const [definition, setDefinition] = useState('');
  const places = useMemo(() => {
    const families = [...state.families.values()].filter(({ enabled }) => enabled);
    const tops = families
      .filter(
        (family) =>
          ![...state.codes.values()].some(
            (code) => code.familyId === family.id && !code.parentId && !code.codable,
          ),
      )
      .map((family) => ({ id: family.id, label: labelIn(family.labels, language) || family.key }));
    const codes = codesInOrder(state)
      .filter((code) => state.families.get(code.familyId)?.enabled)
      .map((code) => ({ id: code.id, label: pathLabels(state, code.id, language).join(' › ') }));
    return [...tops, ...codes];
  }, [state, language]);
  const start = asChild ? near?.id : (near?.parentId ?? near?.id);
  const [place, setPlace] = useState<string | null>(start ?? places[0]?.id ?? null);

  const create = () => {
    if (!place) return;
    const parent = state.codes.get(place);
    const where = { familyId: parent?.familyId ?? place, parentId: parent?.id ?? null };
    const draft = createCode(
      session.state,
      { ...where, labels: { [language]: label }, definition },
      session.stamp,
    );
    if (!session.attempt(draft) || !draft.ok) return;
    onClose();
    const created = draft.value.changes.find(({ table, before }) => table === 'codes' && before === null);
    if (created) onCreated(created.id);
  };

  return (
    <Dialog
      title={t('newCode')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" isDisabled={label.trim() === '' || !place} onPress={create}>
            {t('create')}
          </Button>
        </>
      }
    >
      <TextField label={t('field.label')} value={label} onChange={setLabel} autoFocus lang={language} />
      <Select label={t('field.place')} value={place} options={places} onChange={setPlace} />
      <TextField label={t('field.definition')} value={definition} onChange={setDefinition} rows={3} />
    </Dialog>
  );
}
