import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { Importing, LibraryView } from '../../../src-renderer/features/library';
import { textFile } from '../../support/files';
import {
  expectAccessible,
  makeServices,
  mountInProject,
  unmount,
  type TestServices,
} from '../../support/mount';

describe('importing in the window', () => {
  let services: TestServices;
  let session: ProjectSession;
  let navigation: Navigation;
  const panel = () => page.getByRole('region', { name: 'Import' });
  const preview = () => page.getByRole('dialog', { name: 'What would come in' });
  const takeIn = (count: number) =>
    preview()
      .getByRole('button', { name: new RegExp(`^Import ${count} `) })
      .click();
  const status = () => panel().getByRole('status');

  beforeEach(async () => {
    await page.viewport(1440, 900);
    services = makeServices();
    ({ session, navigation } = await mountInProject(
      <>
        <LibraryView />
        <Importing />
      </>,
      services,
    ));
    await expect.element(page.getByText('Bring in your documents')).toBeVisible();
  });
  afterEach(unmount);

  it('is invited to by an empty library', async () => {
    await expectAccessible();
    services.platform.chosen.push([textFile('a.txt', 'A.')]);
    await page.getByRole('button', { name: 'Import…' }).click();
    await takeIn(1);
    await expect.element(page.getByRole('grid', { name: 'Sources' })).toBeVisible();
  });

  it('takes a whole folder by keyboard, with the names of its folders', async () => {
    services.platform.folders.push({ ok: false, error: { kind: 'too-large' } });
    await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
    await expect.element(page.getByText(/^The folder holds too many files/)).toBeVisible();

    const files = ['plans/JP/a.txt', 'plans/KR/b.txt'];
    services.platform.folders.push({
      ok: true,
      value: files.map((path) => textFile(path.slice(-5), path, path)),
    });
    await page.getByRole('button', { name: 'Import folder…' }).click();
    await preview().getByRole('button', { name: 'Fill in from names of files and folders' }).click();
    await expect
      .element(preview().getByRole('textbox', { name: 'Pattern of the names' }))
      .toHaveValue('{country}/{title}');
    await preview()
      .getByRole('button', { name: /^Fill in 2 / })
      .click();
    await takeIn(2);
    await expect
      .poll(() => [...session.state.sources.values()].map(({ country }) => country).sort())
      .toEqual(['JP', 'KR']);
    await expect.element(page.getByRole('button', { name: 'Import folder…' })).toBeVisible();
    await expectAccessible();
  });

  it('shows each file, why one failed and what to do, and selects what came in', async () => {
    services.platform.chosen.push([
      textFile('jp_plan_2009.txt', 'A plan.'),
      textFile('locked.pdf', 'fail:password'),
      textFile('again.txt', 'A plan.'),
      textFile('kr_law.txt', 'A law.'),
    ]);
    await userEvent.keyboard('{Control>}o{/Control}');
    await expect.element(preview().getByRole('img', { name: /^The same file as/ })).toBeVisible();
    await expectAccessible();
    expect(session.state.sources.size).toBe(0);
    await takeIn(2);
    await expect.element(status()).toHaveTextContent('2 sources imported · 1 left out · 1 failed');
    // Here no password can be entered.
    await expect.element(panel().getByText(/Import it again: for a PDF the preview asks/)).toBeVisible();
    await expect.element(panel().getByText('The same file as “jp_plan_2009.txt”.')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: '2 sources', exact: true })).toBeVisible();
    await expect
      .element(page.getByText('File names suggest a country for 2 sources and a date for 1 source.'))
      .toBeVisible();
    await expectAccessible();

    await panel().getByRole('button', { name: 'Close' }).click();
    await expect.element(panel()).not.toBeInTheDocument();
  });

  it('goes on beside other work and can be cancelled', async () => {
    services.platform.chosen.push([textFile('slow.txt', 'wait'), textFile('b.txt', 'B.')]);
    await userEvent.keyboard('{Control>}o{/Control}');
    await expect.element(status()).toHaveTextContent('1 of 2 read');
    await expectAccessible();
    services.platform.chosen.push([textFile('c.txt', 'C.')]);
    await userEvent.keyboard('{Control>}o{/Control}');
    await expect.element(page.getByText(/An import is still at work/)).toBeVisible();
    await panel().getByRole('button', { name: 'Cancel' }).click();
    await expect.element(status()).toHaveTextContent('Cancelled. Nothing was imported.');
    expect(session.state.sources.size).toBe(0);
  });

  it('says that nothing was imported when the disk is full', async () => {
    services.storage.nextFailure = { kind: 'full' };
    services.platform.chosen.push([textFile('a.txt', 'A.')]);
    await userEvent.keyboard('{Control>}o{/Control}');
    await takeIn(1);
    await expect.element(preview().getByText(/The disk is full/)).toBeVisible();
    expect(session.state.sources.size).toBe(0);
    await takeIn(1);
    await expect.poll(() => session.state.sources.size).toBe(1);
  });

  it('takes files dropped anywhere and says so while they are held', async () => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['D.'], 'd.txt'));
    const fire = (type: string) =>
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    fire('dragenter');
    await expect.element(page.getByText('Drop to import')).toBeVisible();
    services.platform.dropped.push([textFile('d.txt', 'D.', 'folder/d.txt')]);
    fire('drop');
    await expect.element(page.getByText('Drop to import')).not.toBeInTheDocument();
    await takeIn(1);
    await expect.element(panel().getByText('folder/d.txt')).toBeVisible();
    await expect.poll(() => session.state.sources.size).toBe(1);
  });

  it('keeps a report of each import, to be read and saved later', async () => {
    services.platform.chosen.push([textFile('a.txt', 'A.'), textFile('b.txt', 'fail:password')]);
    await userEvent.keyboard('{Control>}o{/Control}');
    await takeIn(1);
    await panel().getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Imports so far' }).click();
    const reports = page.getByRole('dialog', { name: 'Imports so far' });
    await expect.element(reports.getByText('1 source imported · 1 failed')).toBeVisible();
    // What failed comes first.
    await expect
      .element(reports.getByRole('listitem').first())
      .toHaveTextContent(/^b\.txt.*protected by a password/);
    await expectAccessible();
    await reports.getByRole('button', { name: 'Save as CSV…' }).click();
    await expect.poll(() => services.platform.saved.length).toBe(1);
    const lines = new TextDecoder().decode(services.platform.saved[0]?.bytes).split('\r\n');
    expect(lines[0]).toBe('file,bytes,outcome,sources_left_out,title,characters,remarks');
    expect(lines[1]).toBe('a.txt,2,imported,0,a,2,');
    expect(lines[2]).toMatch(/^b\.txt,13,failed,0,,,/);
    await session.undo();
    expect(session.state.imports.size).toBe(0);
  });

  it('shows what came in, from wherever one is', async () => {
    navigation.go({ view: 'settings' });
    services.platform.chosen.push([textFile('a.txt', 'A.')]);
    await userEvent.keyboard('{Control>}o{/Control}');
    await takeIn(1);
    await panel().getByRole('button', { name: 'Show it' }).click();
    expect(navigation.place).toEqual({ view: 'library' });
  });
});
