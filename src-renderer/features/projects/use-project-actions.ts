import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitFailure, OpenFailure, ProjectSummary } from '../../application/ports/storage';
import { useServices } from '../../application/react/context';
import { renameProject } from '../../application/projects';
import { toast } from '../../ui';

/** Says why something could not be done to a project. */
export function useFailureToast(): (kind: OpenFailure['kind'] | CommitFailure['kind']) => void {
  const { t } = useTranslation('projects');
  return useCallback((kind) => toast({ kind: 'problem', text: t(`failure.${kind}`) }), [t]);
}

/** Delete (with undo), restore and rename; each leaves the list as it is on disk. */
export function useProjectActions(reload: () => Promise<void>) {
  const { t } = useTranslation('projects');
  const services = useServices();
  const tellFailure = useFailureToast();

  const run = useCallback(
    async (task: () => Promise<unknown>) => {
      try {
        await task();
      } catch (error) {
        console.error(error);
        tellFailure('storage');
      }
      await reload();
    },
    [reload, tellFailure],
  );

  const restore = useCallback(
    ({ id, name }: ProjectSummary) =>
      run(async () => {
        await services.storage.restoreProject(id);
        toast({ text: t('restored', { name }) });
      }),
    [run, services, t],
  );
  const remove = useCallback(
    (project: ProjectSummary) =>
      run(async () => {
        const deleted = await services.storage.deleteProject(project.id);
        if (!deleted.ok) return tellFailure(deleted.error.kind);
        toast({
          text: t('deleted', { name: project.name }),
          action: { label: t('undo'), run: () => void restore(project) },
        });
      }),
    [run, restore, services, t, tellFailure],
  );
  const rename = useCallback(
    ({ id }: ProjectSummary, name: string) =>
      run(async () => {
        const renamed = await renameProject(services, id, name);
        if (!renamed.ok) tellFailure(renamed.error.kind);
      }),
    [run, services, tellFailure],
  );
  return { restore, remove, rename };
}
