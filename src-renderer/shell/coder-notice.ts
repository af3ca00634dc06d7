import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSession } from '../application/session';
import type { Coder } from '../domain/model/segment';
import { toast } from '../ui';

/** Says who codes from now on, however that came: from the settings, by undoing, or by a merge. */
export function useCoderNotice(session: ProjectSession, coder: Coder | undefined): void {
  const { t } = useTranslation('shell');
  const last = useRef({ session, id: coder?.id });
  useEffect(() => {
    const before = last.current;
    last.current = { session, id: coder?.id };
    if (before.session !== session || before.id === coder?.id || !coder) return;
    toast({ text: t('nowCoding', { name: coder.name }) });
  }, [session, coder, t]);
}
