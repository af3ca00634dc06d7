import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../application/ports/storage';
import { relativeTime } from '../../i18n/relative-time';
import { useLanguage } from '../../i18n/use-language';
import { IconButton, Menu } from '../../ui';
import styles from './start-screen.module.css';

export interface ProjectListProps {
  readonly projects: readonly ProjectSummary[];
  /** The present moment, in milliseconds since 1970. */
  readonly now: number;
  readonly onOpen: (projectId: string) => void;
  readonly onRename: (project: ProjectSummary) => void;
  readonly onDelete: (project: ProjectSummary) => void;
}

/** Recent projects. Enter opens, F2 renames, Delete deletes; the same is in the menu of each row. */
export function ProjectList({ projects, now, onOpen, onRename, onDelete }: ProjectListProps) {
  const { t } = useTranslation('projects');
  const language = useLanguage();

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const action = { F2: onRename, Delete: onDelete, Backspace: onDelete }[event.key];
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row]') : null;
    const project = projects.find((candidate) => candidate.id === row?.dataset['key']);
    if (!action || !project) return;
    event.preventDefault();
    action(project);
  };

  return (
    <div onKeyDown={onKeyDown}>
      <GridList
        aria-labelledby="projects-heading"
        className={styles['list'] ?? ''}
        items={projects}
        onAction={(key) => onOpen(String(key))}
      >
        {(project) => (
          <GridListItem id={project.id} textValue={project.name} className={styles['row'] ?? ''}>
            <span className={styles['rowName']}>{project.name}</span>
            <span className={styles['rowFacts']}>
              {t('sources', { count: project.sources })}
              <span aria-hidden> · </span>
              {t('segments', { count: project.segments })}
            </span>
            <time className={styles['rowTime']} dateTime={project.openedAt}>
              {t('opened', { when: relativeTime(project.openedAt, now, language) })}
            </time>
            <Menu
              label={t('actions', { name: project.name })}
              trigger={
                <IconButton label={t('actions', { name: project.name })}>
                  <Ellipsis />
                </IconButton>
              }
              actions={[
                { id: 'open', label: t('open'), keys: 'Enter', onAction: () => onOpen(project.id) },
                { id: 'rename', label: t('rename'), keys: 'F2', onAction: () => onRename(project) },
                'separator',
                { id: 'delete', label: t('delete'), keys: 'Delete', onAction: () => onDelete(project) },
              ]}
            />
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
