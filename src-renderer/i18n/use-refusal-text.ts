import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../domain/model/refusal';

/** Says why a use case did nothing. */
export function useRefusalText(): (refusal: Refusal<string>) => string {
  const { t } = useTranslation('change');
  return useCallback(({ kind, params }) => t(`failure.${kind}`, params), [t]);
}
