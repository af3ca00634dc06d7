import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboBox, useEdited, type Option } from '../../../ui';
import { NOT_SET } from '../list/arrange';
import type { Shared } from './shared';

export interface ChoiceValueProps {
  readonly label: string;
  readonly value: Shared<string>;
  /** How a value reads in the field. */
  readonly nameOf: (value: string) => string;
  /** Options for what was typed; all of them for ''. */
  readonly search: (typed: string) => readonly Option[];
  /** Takes an option's id or a text of the person's own, '' for nothing; out: why it cannot be taken. */
  readonly onTake: (value: string) => string | undefined;
  readonly placeholder?: string | undefined;
}

/** A value picked from a list or typed, of one source or several at once. */
export function ChoiceValue({ label, value, nameOf, search, onTake, placeholder }: ChoiceValueProps) {
  const { t } = useTranslation('library');
  const isSeveral = value.kind === 'several';
  const shown = isSeveral ? '' : nameOf(value.value);
  const [text, setText] = useEdited(shown);
  const [refused, setRefused] = useState<{ text: string; why: string }>();
  const found = search(text === shown ? '' : text);
  const canClear = isSeveral || shown !== '';

  const take = (taken: string, typed: string) => {
    const why = onTake(taken);
    setRefused(why === undefined ? undefined : { text: typed, why });
    if (why === undefined) setText(shown);
  };

  return (
    <ComboBox
      label={label}
      text={text}
      onTextChange={setText}
      onPick={(id) => take(id === NOT_SET ? '' : id, text)}
      onCommit={() => text !== shown && take(text, text)}
      options={canClear ? [...found, { id: NOT_SET, label: t('notSet') }] : found}
      isFiltered
      placeholder={isSeveral ? t('several') : placeholder}
      error={refused?.text === text ? refused.why : undefined}
    />
  );
}
