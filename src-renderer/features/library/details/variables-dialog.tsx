import { Plus, Trash2 } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjectState, useSession } from '../../../application/react/context';
import type { ChangeDraft } from '../../../domain/model/change';
import type { Refusal } from '../../../domain/model/refusal';
import type { Result } from '../../../domain/model/result';
import { variableTypes, type Variable, type VariableType } from '../../../domain/model/source';
import { addVariable, editVariable, removeVariable } from '../../../domain/sources/variable';
import { useRefusalText } from '../../../i18n/use-refusal-text';
import { Button, Dialog, IconButton, Select, TextField } from '../../../ui';
import styles from './variables.module.css';
import { TextValue } from './text-value';

/** The columns of the researcher's own: add, rename, change type, remove. Each is undone like any edit. */
export function VariablesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('library');
  const refusalText = useRefusalText();
  const session = useSession();
  const { variables } = useProjectState();
  const [error, setError] = useState<{ id: string; why: string }>();

  /** Does it, or shows why not beside the variable. */
  const run = (id: string, draft: Result<ChangeDraft, Refusal<string>>) => {
    const why = draft.ok ? undefined : refusalText(draft.error);
    setError(why === undefined ? undefined : { id, why });
    if (draft.ok) void session.run(draft.value);
    return why;
  };

  return (
    <Dialog
      title={t('variables.dialog')}
      isOpen
      onClose={onClose}
      width={600}
      footer={
        <Button kind="primary" onPress={onClose}>
          {t('variables.done')}
        </Button>
      }
    >
      <p className={styles['hint']}>{t('variables.hint')}</p>
      {variables.size > 0 && (
        <ul className={styles['list']} aria-label={t('variables.title')}>
          {[...variables.values()].map((variable) => (
            <VariableRow
              key={variable.id}
              variable={variable}
              error={error?.id === variable.id ? error.why : undefined}
              onEdit={(patch) =>
                run(variable.id, editVariable(session.state, { variableId: variable.id, patch }))
              }
              onRemove={() => run(variable.id, removeVariable(session.state, variable.id, session.stamp))}
            />
          ))}
        </ul>
      )}
      <NewVariable onAdd={(input) => run('', addVariable(session.state, input, session.stamp))} />
    </Dialog>
  );
}

interface VariableRowProps {
  readonly variable: Variable;
  readonly error: string | undefined;
  readonly onEdit: (patch: { name?: string; type?: VariableType }) => string | undefined;
  readonly onRemove: () => void;
}

function VariableRow({ variable, error, onEdit, onRemove }: VariableRowProps) {
  const { t } = useTranslation('library');
  return (
    <li className={styles['row']}>
      <TextValue
        label={t('variables.name')}
        owner={variable.id}
        value={{ kind: 'same', value: variable.name }}
        onTake={(name) => onEdit({ name })}
      />
      <TypeSelect value={variable.type} onChange={(type) => onEdit({ type })} />
      <IconButton label={t('variables.remove', { name: variable.name })} onPress={onRemove}>
        <Trash2 />
      </IconButton>
      {error && (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </li>
  );
}

function NewVariable({
  onAdd,
}: {
  onAdd: (input: { name: string; type: VariableType }) => string | undefined;
}) {
  const { t } = useTranslation('library');
  const form = useId();
  const [name, setName] = useState('');
  const [type, setType] = useState<VariableType>('text');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const why = onAdd({ name, type });
    setError(why);
    if (why === undefined) setName('');
  };
  return (
    <form id={form} className={styles['row']} data-new onSubmit={submit}>
      <TextField
        label={t('variables.new')}
        placeholder={t('variables.newPlaceholder')}
        value={name}
        onChange={(next) => {
          setName(next);
          setError(undefined);
        }}
        error={error}
        autoFocus
      />
      <TypeSelect value={type} onChange={setType} />
      <IconButton label={t('variables.add')} type="submit">
        <Plus />
      </IconButton>
    </form>
  );
}

function TypeSelect({ value, onChange }: { value: VariableType; onChange: (type: VariableType) => void }) {
  const { t } = useTranslation('library');
  return (
    <Select
      label={t('variables.type')}
      value={value}
      options={variableTypes.map((id) => ({ id, label: t(`variables.types.${id}`) }))}
      onChange={(id) => {
        const type = variableTypes.find((candidate) => candidate === id);
        if (type) onChange(type);
      }}
    />
  );
}
