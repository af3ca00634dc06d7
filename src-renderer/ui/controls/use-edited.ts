import { useState } from 'react';

/** A value being edited: the person's own until it is taken, replaced when the value changes from outside. */
export function useEdited<T>(value: T): readonly [T, (edited: T) => void] {
  const [edit, setEdit] = useState({ base: value, edited: value });
  if (edit.base !== value) setEdit({ base: value, edited: value });
  return [edit.base === value ? edit.edited : value, (edited) => setEdit({ base: value, edited })];
}
