import { Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../application/ports/storage';
import { relativeTime } from '../../i18n/relative-time';
import { useLanguage } from '../../i18n/use-language';
import { Button, FoldHeading } from '../../ui';
import styles from './start-screen.module.css';

export interface DeletedProjectsProps {
  readonly projects: readonly ProjectSummary[];
  readonly now: number;
  readonly onRestore: (project: ProjectSummary) => void;
}

/** What was deleted and can still be brought back, folded away. */
export function DeletedProjects({ projects, now, onRestore }: DeletedProjectsProps) {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  return (
    <Disclosure className={styles['deleted'] ?? ''}>
      <FoldHeading level={3}>{t('recentlyDeleted', { count: projects.length })}</FoldHeading>
      <DisclosurePanel>
        <ul>
          {projects.map((project) => (
            <li key={project.id} className={styles['deletedRow']}>
              <span className={styles['rowName']}>{project.name}</span>
              <span className={styles['rowFacts']}>
                {t('deletedWhen', { when: relativeTime(project.deletedAt ?? '', now, language) })}
              </span>
              <Button
                kind="quiet"
                aria-label={t('restoreNamed', { name: project.name })}
                onPress={() => onRestore(project)}
              >
                {t('restore')}
              </Button>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
