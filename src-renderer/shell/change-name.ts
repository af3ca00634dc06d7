import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../domain/model/message';

/** Says the name of a change: "code ‘Organized crime’". */
export function useChangeName(): (label: Message) => string {
  const { t } = useTranslation('change');
  return useCallback((label: Message) => t(label.key, label.params), [t]);
}
