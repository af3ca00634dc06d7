import { useTranslation } from 'react-i18next';
import { useProject } from '../../../application/react/context';
import type { SessionSnapshot } from '../../../application/session';
import type { Variable, VariableValue } from '../../../domain/model/source';
import { parsePartialDate } from '../../../domain/sources/date';
import { Select } from '../../../ui';
import { NOT_SET } from '../list/arrange';
import { shared } from './shared';
import type { FieldsProps } from './source-fields';
import { TextValue } from './text-value';
import { useDescribe } from './use-describe';

const variablesOf = (snapshot: SessionSnapshot) => snapshot.state.variables;

/** The researcher's own variables on one or many sources. */
export function VariableFields({ sources, owner }: FieldsProps) {
  const variables = useProject(variablesOf);
  return [...variables.values()].map((variable) => (
    <VariableField key={variable.id} variable={variable} sources={sources} owner={owner} />
  ));
}

function VariableField({
  variable: { id, name, type },
  sources,
  owner,
}: FieldsProps & { variable: Variable }) {
  const { t } = useTranslation('library');
  const describe = useDescribe(sources);
  const [first, ...rest] = sources;
  const value = shared([first.variables[id], ...rest.map((source) => source.variables[id])]);
  const take = (taken: VariableValue | null) => describe({ variables: { [id]: taken } });

  if (type === 'boolean') {
    const current =
      value.kind === 'several' ? null : value.value === undefined ? NOT_SET : String(value.value);
    return (
      <Select
        label={name}
        value={current}
        placeholder={t('several')}
        options={[
          { id: NOT_SET, label: t('notSet') },
          { id: 'true', label: t('yes') },
          { id: 'false', label: t('no') },
        ]}
        onChange={(chosen) => take(chosen === NOT_SET ? null : chosen === 'true')}
      />
    );
  }
  return (
    <TextValue
      label={name}
      owner={owner}
      value={value.kind === 'several' ? value : { kind: 'same', value: String(value.value ?? '') }}
      placeholder={t(`placeholder.${type}`)}
      onTake={(text) => (text.trim() === '' ? take(null) : take(parse(type, text.trim())))}
    />
  );
}

/** What was typed as a value of the type; what is none stays a text, which the domain refuses. */
function parse(type: Variable['type'], text: string): VariableValue {
  if (type === 'date') return parsePartialDate(text) ?? text;
  if (type === 'integer' || type === 'float') {
    // Digits of any width; commas only between thousands, as in all five languages of the window.
    const plain = text.normalize('NFKC').replace(/\s/g, '');
    const isGrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
    const number = Number(isGrouped ? plain.replaceAll(',', '') : plain);
    return Number.isNaN(number) ? text : number;
  }
  return text;
}
