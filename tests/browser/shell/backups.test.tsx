import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openProject } from '../../../src-renderer/shell/open-project';
import { fail } from '../../../src-renderer/domain/model/result';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { makeServices, mount, unmount, type TestServices } from '../../support/mount';
import { seedProject } from '../../support/project';

const rename = (session: ProjectSession, name: string) =>
  session.run({
    label: { key: 'rename-project', params: { name } },
    changes: [
      { table: 'project', id: session.info.id, before: session.info, after: { ...session.info, name } },
    ],
  });

async function open(services: TestServices) {
  services.platform.keepsBackups = true;
  await seedProject(services.storage);
  await mount(null, services);
  const opened = await openProject(services, { projectId: 'project' });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

afterEach(() => {
  unmount();
  window.history.replaceState(null, '', '#');
});

describe('copies of an open project', () => {
  it('are made before it is closed when it was changed, and not otherwise', async () => {
    const services = makeServices();
    const first = await open(services);
    await first.close();
    expect(services.platform.backups).toEqual([]);

    const again = await openProject(services, { projectId: 'project' });
    if (!again.ok) throw new Error(again.error.kind);
    await rename(again.value.session, 'Borders');
    await again.value.close();
    expect(services.platform.backups.map(({ projectId, file }) => [projectId, file.name])).toEqual([
      ['project', 'Borders.qdpx'],
    ]);
    expect(services.storage.projects.get('project')?.isOpen).toBe(false);
  });

  it('say once that they cannot be kept, and let the project close', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const services = makeServices();
    const { session, close } = await open(services);
    vi.spyOn(services.platform, 'backup').mockResolvedValue(fail({ kind: 'full', detail: '' }));
    await rename(session, 'Borders');
    await close();
    await expect.element(page.getByText(/No copy of the project could be kept/)).toBeVisible();
    expect(services.storage.projects.get('project')?.isOpen).toBe(false);
    said.mockRestore();
  });
});
