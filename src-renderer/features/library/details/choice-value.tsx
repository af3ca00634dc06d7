import { useTranslation } from 'react-i18next';
import { ComboBox, type Option } from '../../../ui';
import { NOT_SET } from '../list/arrange';
import type { Shared } from './shared';
import { useEntry } from './use-entry';

export interface ChoiceValueProps {
  readonly label: string;
  readonly value: Shared<string>;
  /** Tells the sources from others. */
  readonly owner: string;
  /** How a value reads in the field. */
  readonly nameOf: (value: string) => string;
  /** Options for what was typed; all of them for ''. */
  readonly search: (typed: string) => readonly Option[];
  /** Takes an option's id or a text of the person's own, '' for nothing; out: why it cannot be taken. */
  readonly onTake: (value: string) => string | undefined;
  readonly placeholder?: string | undefined;
}

/** A value picked from a list or typed, of one source or several at once. */
export function ChoiceValue({ label, value, owner, nameOf, search, onTake, placeholder }: ChoiceValueProps) {
  const { t } = useTranslation('library');
  const isSeveral = value.kind === 'several';
  const shown = isSeveral ? '' : nameOf(value.value);
  const entry = useEntry(shown, owner);
  const found = search(entry.text === shown ? '' : entry.text);
  const canClear = isSeveral || shown !== '';

  return (
    <ComboBox
      label={label}
      text={entry.text}
      onTextChange={entry.type}
      onPick={(id) => entry.settle(onTake(id === NOT_SET ? '' : id))}
      onCommit={() => entry.text !== shown && entry.settle(onTake(entry.text))}
      options={canClear ? [...found, { id: NOT_SET, label: t('notSet') }] : found}
      placeholder={isSeveral ? t('several') : placeholder}
      error={entry.why}
    />
  );
}
