import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepProject } from '../../../src-renderer/application/project-file';
import type { ReadProject } from '../../../src-renderer/application/ports/exchange';
import { SessionProvider } from '../../../src-renderer/application/react/context';
import { Navigation } from '../../../src-renderer/application/navigation';
import { ProjectSession } from '../../../src-renderer/application/session';
import { CodebookView } from '../../../src-renderer/features/codebook';
import { PackageLine, Packages } from '../../../src-renderer/features/packages';
import { runCommand } from '../../../src-renderer/ui';
import { mount, unmount } from '../../support/mount';
import { expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

const names = {
  codebook: 'c',
  imported: 'i',
} as never;

describe('the package dialog', () => {
  let sample: Awaited<ReturnType<typeof mountInSample>>;
  const dialog = () => page.getByRole('dialog', { name: 'Package for a second coder' });
  const field = (name: string) => dialog().getByRole('textbox', { name, exact: true });
  const make = () => dialog().getByRole('button', { name: 'Save the package…' }).click();
  const said = (text: string | RegExp) =>
    expect.element(dialog().getByRole('alert').getByText(text)).toBeVisible();

  beforeEach(async () => {
    await page.viewport(1440, 1000);
    sample = await mountInSample(<Packages />);
    // The command is there a moment after the view.
    await expect
      .poll(() => dialog().query() ?? runCommand('file.package'), { timeout: 5_000 })
      .toBeInstanceOf(Element);
  });
  afterEach(unmount);

  it('says in a sentence what is missing or wrong', async () => {
    await make();
    await said('Give the coder a name.');
    const me = sample.session.state.coders.get(sample.session.coderId)!;
    await userEvent.fill(field('Name of the coder'), me.name.toUpperCase());
    await make();
    await said('There is a coder of this name already.');
    await dialog().getByText('Draw a random sample').click();
    await dialog().getByRole('radio', { name: 'sources', exact: true }).click();
    await userEvent.fill(field('Size of the sample'), '900');
    await make();
    await said(/The sample of 900 is larger/);
    expect(sample.services.platform.saved).toHaveLength(0);
    await expectAccessibleInBothThemes();
  });

  it('writes sources and codebook without anything coded, and the file opens as the second coder', async () => {
    const { session, services } = sample;
    const size = session.state.sources.size;
    await userEvent.fill(field('Name of the coder'), 'Bea Lee');
    await dialog().getByText('Draw a random sample').click();
    await userEvent.fill(field('Size of the sample'), '50');
    await userEvent.fill(field('Seed'), '7');
    await expect.element(dialog().getByRole('columnheader', { name: 'Drawn' })).toBeVisible();
    await make();
    await expect.poll(() => services.platform.saved.length, { timeout: 30_000 }).toBe(1);
    await expect.poll(() => session.state.packages.size).toBe(1);
    const pack = [...session.state.packages.values()][0]!;
    expect(pack.sourceIds).toHaveLength(Math.round(size / 2));
    expect(pack).toMatchObject({ round: 1, frozen: true, sampling: { kind: 'random', seed: 7, of: size } });
    expect(session.state.coders.get(pack.coderId)?.name).toBe('Bea Lee');

    const { bytes, name } = services.platform.saved[0]!;
    const part = (from: number, to: number) => Promise.resolve(bytes.slice(from, to));
    const file = { name, size: bytes.length, bytes: () => Promise.resolve(bytes), read: part };
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    const read = await services.exchange.readProject(file as never, { names, overrides: new Map() }, watch);
    if (!read.ok) throw new Error(read.error.kind);
    const { state } = (read.value as ReadProject).content;
    expect([...state.sources.keys()].sort()).toEqual([...pack.sourceIds].sort());
    for (const table of ['segments', 'memos', 'cases', 'imports', 'progress', 'carried'] as const)
      expect(state[table].size, table).toBe(0);

    const kept = await keepProject(services, read.value);
    if (!kept.ok) throw new Error(kept.error.kind);
    const repository = await services.storage.openProject(kept.value);
    if (!repository.ok) throw new Error(repository.error.kind);
    const second = await ProjectSession.open(repository.value, services.stamp);
    await mount(
      <SessionProvider session={second} navigation={new Navigation()}>
        <main style={{ height: '100%' }}>
          <PackageLine />
          <CodebookView />
        </main>
      </SessionProvider>,
      services,
    );
    expect(second.state.coders.get(second.coderId)?.name).toBe('Bea Lee');
    const line = page.getByRole('region', { name: 'Package', exact: true });
    await expect
      .element(line)
      .toHaveTextContent(`Double coding 1 · round 1 · codebook frozen · 0 of ${pack.sourceIds.length}`);
    await expect.element(page.getByText(/codebook is frozen until it is coded/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'New code' })).toBeDisabled();
    await line.getByRole('button', { name: 'Send back…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Save it anyway' }).click();
    await expect.poll(() => services.platform.saved.length, { timeout: 30_000 }).toBe(2);
    await expectAccessibleInBothThemes();
  });
});
