import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mergeDeskOf } from '../../../src-renderer/application/merge/merge-desk';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { progressId } from '../../../src-renderer/domain/coders/progress';
import { applyChanges, stateFromRows } from '../../../src-renderer/domain/history/state';
import type { CodingPackage } from '../../../src-renderer/domain/model/collaboration';
import type { Change } from '../../../src-renderer/domain/model/change';
import { stableGuid } from '../../../src-renderer/domain/model/guid';
import { tableNames, type ProjectState } from '../../../src-renderer/domain/model/project';
import type { CodedSegment, Coder } from '../../../src-renderer/domain/model/segment';
import { MergeFiles } from '../../../src-renderer/features/merge';
import { writeQdpx } from '../../../src-renderer/exporters/qdpx';
import { memoryFile } from '../../../src-renderer/platform/memory';
import { currentCommands, runCommand } from '../../../src-renderer/ui/commands/registry';
import { unmount, type TestServices } from '../../support/mount';
import { codeOf, expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

const bo: Coder = { id: stableGuid('coder', 'Bo'), name: 'Bo', initials: 'B', color: '#A5574A' };

describe('merging coded files', () => {
  let services: Pick<TestServices, 'platform' | 'storage'>;
  let session: ProjectSession;
  const dialog = () => page.getByRole('dialog', { name: 'Merge coded files' });
  const report = () => page.getByRole('dialog', { name: 'Merged' });
  const mergeButton = () => dialog().getByRole('button', { name: 'Merge', exact: true });

  /** The project as somebody else has it. */
  const fileOf = async (name: string, state: ProjectState) => {
    const written = await writeQdpx(
      { ...session.whole, state },
      { target: 'default', origin: 'Parallax 0.1.0' },
    );
    if (!written.ok) throw new Error(written.error.kind);
    return memoryFile(name, new Uint8Array(await written.value.blob.arrayBuffer()));
  };
  const edited = (changes: readonly Change[]) => applyChanges(session.state, changes);
  const add = (table: 'coders' | 'segments' | 'progress', row: { readonly id: string }) =>
    ({ table, id: row.id, before: null, after: row }) as Change;
  const byBo = (): CodedSegment => {
    const [segment] = session.state.segments.values();
    return { ...segment!, id: stableGuid('segment', 'of Bo'), coderId: bo.id, memoId: null };
  };
  const recoded = (): Change => {
    const before = codeOf(session.state, 'M1');
    return { table: 'codes', id: before.id, before, after: { ...before, definition: 'Sharpened.' } };
  };
  const rows = () =>
    Object.fromEntries(tableNames.map((table) => [table, Object.fromEntries(session.state[table])]));

  beforeEach(async () => {
    await page.viewport(1440, 900);
    const sample = await mountInSample(<MergeFiles />);
    services = sample.services;
    session = sample.session;
    await expect.poll(() => currentCommands().map(({ id }) => id)).toContain('file.merge');
  });
  afterEach(unmount);

  it('shows who coded what, merges several files as one step, and takes it back', async () => {
    const before = rows();
    const [source] = session.state.sources.values();
    const finished = {
      ...{ id: progressId(source!.id, bo.id), sourceId: source!.id, coderId: bo.id },
      ...{ finished: true, at: '2026-01-02T03:04:05.000Z' },
    };
    const first = await fileOf('first.qdpx', edited([add('coders', bo), add('segments', byBo())]));
    const second = await fileOf(
      'second.qdpx',
      edited([add('coders', bo), add('progress', finished), recoded()]),
    );
    services.platform.chosen.push([first, second, memoryFile('broken.qdpx', 'no archive')]);
    runCommand('file.merge');
    await expect.element(dialog().getByText(/Bo: 1 segment, 1 of them new/)).toBeVisible();
    await expect.element(dialog().getByText(/Bo: coded nothing, finished 1 source/)).toBeVisible();
    await expect.element(dialog().getByText(/It is not a project file/)).toBeVisible();
    await expect.element(dialog().getByText('Sharpened.')).toBeVisible();
    await expectAccessibleInBothThemes();
    expect(rows()).toEqual(before);

    await dialog().getByRole('radio', { name: 'Theirs' }).click();
    await expect.element(mergeButton()).toBeEnabled();
    await mergeButton().click();
    await expect.element(report()).toBeVisible();
    await expectAccessibleInBothThemes();
    expect(codeOf(session.state, 'M1').definition).toBe('Sharpened.');
    expect(session.state.segments.get(byBo().id)).toMatchObject({ coderId: bo.id });
    expect(session.state.progress.get(finished.id)).toEqual(finished);
    // A browser has no folder for copies: the project as it was is among those recently deleted.
    const copies = [...services.storage.projects.values()].filter(({ deletedAt }) => deletedAt !== null);
    expect(copies.map(({ state }) => state.segments.size)).toEqual([Object.keys(before['segments']!).length]);

    await report().getByRole('button', { name: 'Save as text' }).click();
    await report().getByRole('button', { name: 'Save as CSV' }).click();
    await expect.poll(() => services.platform.saved.length).toBe(2);
    const texts = services.platform.saved.map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(texts[0]).toContain('Theirs (second.qdpx)');
    expect(texts[1]).toContain('unread,broken.qdpx');
    await report().getByRole('button', { name: 'Close' }).first().click();

    const merged = rows();
    await session.undo();
    expect(rows()).toEqual(before);
    await session.redo();
    expect(rows()).toEqual(merged);
  });

  it('says that a file changes nothing, and leaves the project alone', async () => {
    mergeDeskOf(session).offer([await fileOf('own.qdpx', session.state)]);
    await expect.element(dialog().getByText(/Nothing would change/)).toBeVisible();
    await expect.element(mergeButton()).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  it('asks whether one name is one person before anything, by keyboard alone', async () => {
    services.platform.keepsBackups = true;
    const [own] = session.state.coders.values();
    const twin = { ...own!, id: stableGuid('coder', 'twin') };
    const theirs = { ...byBo(), coderId: twin.id };
    mergeDeskOf(session).offer([
      await fileOf('theirs.qdpx', edited([add('coders', twin), add('segments', theirs)])),
    ]);
    // The file has our coder too; only theirs is a stranger of that name where ours is not in it.
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();

    const renamed = [...session.state.segments.values()].map((segment) => ({
      ...segment,
      ...{ id: stableGuid('theirs', segment.id), coderId: twin.id, memoId: null },
    }));
    const info = [...session.state.project.values()].map((row) => ({ ...row, currentCoderId: twin.id }));
    const state = stateFromRows({
      ...{ project: info, coders: [twin], segments: renamed },
      sources: [...session.state.sources.values()],
      families: [...session.state.families.values()],
      codes: [...session.state.codes.values()].map((code) => ({ ...code, examples: [] })),
      variables: [...session.state.variables.values()],
    });
    mergeDeskOf(session).offer([await fileOf('returned.qdpx', state)]);
    await expect.element(dialog().getByText(/1 question to answer first/)).toBeVisible();
    await expect.element(mergeButton()).toBeDisabled();
    await expectAccessibleInBothThemes();
    (dialog().getByRole('radio', { name: 'Two people' }).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.element(mergeButton()).toBeEnabled();
    (mergeButton().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(report().getByText(/in the folder for copies/)).toBeVisible();
    expect(services.platform.backups).toHaveLength(1);
    expect(session.state.coders.get(twin.id)?.name).toBe(`${own!.name} (2)`);
    await report().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => session.state.coders.has(twin.id)).toBe(false);
  });

  it('merges nothing when no copy can be kept', async () => {
    const before = rows();
    mergeDeskOf(session).offer([
      await fileOf('bo.qdpx', edited([add('coders', bo), add('segments', byBo())])),
    ]);
    await expect.element(mergeButton()).toBeEnabled();
    services.storage.nextFailure = { kind: 'full' };
    await mergeButton().click();
    await expect.element(page.getByText(/Nothing was merged/)).toBeVisible();
    expect(rows()).toEqual(before);
  });

  it('is refused in a package whose codebook is frozen, and says where to merge instead', async () => {
    const { info, coderId, stamp } = session;
    const pack: CodingPackage = {
      ...{ id: stamp.newId(), name: 'Round 1', round: 1, purpose: 'second-coder', coderId, recodeOf: null },
      ...{ sourceIds: [], familyIds: [], frozen: true, sampling: { kind: 'all', of: 0 } },
      ...{ createdBy: coderId, createdAt: stamp.now() },
    };
    await session.run({
      label: { key: 'edit-coder', params: { name: '' } },
      changes: [
        { table: 'packages', id: pack.id, before: null, after: pack },
        { table: 'project', id: info.id, before: info, after: { ...info, packageId: pack.id } },
      ],
    });
    mergeDeskOf(session).offer([await fileOf('bo.qdpx', edited([add('coders', bo)]))]);
    await expect.element(page.getByText(/^This project is a package with a frozen codebook/)).toBeVisible();
    expect(dialog().query()).toBeNull();
    expect(session.state.coders.has(bo.id)).toBe(false);
  });
});
