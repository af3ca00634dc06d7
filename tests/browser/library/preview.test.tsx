import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import type { InputFile } from '../../../src-renderer/application/ports/platform';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { fail, ok } from '../../../src-renderer/domain/model/result';
import { layOut } from '../../../src-renderer/domain/text/canonical';
import { Importing, LibraryView } from '../../../src-renderer/features/library';
import { memoryFile } from '../../../src-renderer/platform/memory';
import { parsedText, readFileOf, textFile } from '../../support/files';
import {
  expectAccessible,
  makeServices,
  mountInProject,
  unmount,
  type TestServices,
} from '../../support/mount';
import { parserHere } from '../../support/sample';

/** An article of a bundle, of two paragraphs. */
const article = (title: string, outlet: string) =>
  parsedText('bundle.txt', '', {
    title,
    outlet,
    ...layOut(
      [`${title} begins.`, `${title} ends.`].map((text) => ({ kind: 'paragraph', level: 0, text }) as const),
    ),
  });

describe('the preview of an import', () => {
  let session: ProjectSession;
  const dialog = () => page.getByRole('dialog', { name: 'What would come in' });
  const line = (name: string | RegExp) => dialog().getByRole('row', { name });
  const button = (name: string | RegExp) => dialog().getByRole('button', { name });
  const sources = () => [...session.state.sources.values()];

  async function open(...files: InputFile[]): Promise<TestServices> {
    const services = makeServices();
    services.platform.chosen.push(files);
    vi.spyOn(services.parser, 'parse').mockImplementation(async (file, signal, choices) => {
      if (file.name.startsWith('locked'))
        return choices?.password === 'secret'
          ? ok({
              ...readFileOf([parsedText(file.name, 'A plan.', { hash: file.name })]),
              bytes: await file.bytes(),
            })
          : fail({ kind: choices?.password ? 'wrong-password' : 'password', detail: '' });
      if (file.name === 'corpus.zip') {
        const bytes = await file.bytes();
        const inside = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
        const members = Object.entries(inside).map(([path, text]) => ({
          path,
          bytes: new TextEncoder().encode(text),
        }));
        return ok({ ...readFileOf([]), members, bytes });
      }
      if (file.name === 'scan.pdf') {
        const read = choices?.recognise?.map((script) => parsedText(file.name, `Read as ${script}.`)) ?? [];
        return ok({ ...readFileOf(read), pagesWithoutText: [1], bytes: await file.bytes() });
      }
      if (file.name !== 'bundle.txt') return parserHere.parse(file, signal, choices);
      const articles = [article('One', 'Asahi'), article('Two', 'Asahi'), article('Three', 'Hankyoreh')];
      return ok({ ...readFileOf(articles), declared: 4, bytes: await file.bytes() });
    });
    ({ session } = await mountInProject(
      <>
        <LibraryView />
        <Importing />
      </>,
      services,
    ));
    await userEvent.keyboard('{Control>}o{/Control}');
    await expect.element(dialog()).toBeVisible();
    return services;
  }

  /** Goes on with the Tab key until the focus is in something. */
  async function tabTo(place: Locator): Promise<void> {
    await expect.element(place).toBeVisible();
    for (let steps = 0; !place.element().contains(document.activeElement); steps++) {
      if (steps === 60) throw new Error('the Tab key does not lead there');
      await userEvent.keyboard('{Tab}');
    }
  }

  beforeEach(() => page.viewport(1440, 900));
  afterEach(unmount);

  it('shows articles against the number the file says, joins and parts them', async () => {
    await open(textFile('bundle.txt', '…'));
    await expect.element(dialog().getByText('3 sources, though the file says 4')).toBeVisible();
    await expectAccessible();
    await line('Two').click();
    await button('Join to the one before').click();
    await expect.element(button('Import 2 sources')).toBeVisible();
    await dialog().getByText('Two ends.').hover();
    await dialog().getByRole('button', { name: 'Begin a new source here' }).last().click();
    await button('Import 3 sources').click();
    await expect.poll(() => sources().map(({ title }) => title)).toEqual(['One', 'Two ends.', 'Three']);
    expect(sources().map(({ outlet }) => outlet)).toEqual(['Asahi', 'Asahi', 'Hankyoreh']);
  });

  it('moves the boundary between two articles, by keys, buttons and pointer, and takes it back', async () => {
    await open(textFile('bundle.txt', '…'));
    await line('Two').click();
    const boundary = dialog().getByRole('separator', { name: 'Boundary with “One” before it' });
    await expect.element(boundary).toHaveAttribute('aria-valuenow', '2');
    (boundary.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(boundary).toHaveAttribute('aria-valuenow', '1');
    await expectAccessible();
    // One paragraph stays on either side.
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(boundary).toHaveAttribute('aria-valuenow', '1');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(boundary).toHaveAttribute('aria-valuenow', '2');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(boundary).toHaveAttribute('aria-valuenow', '1');
    const next = dialog().getByRole('separator', { name: 'Boundary with “Three” after it' });
    await userEvent.dragAndDrop(next, dialog().getByText('Three begins.'), {
      targetPosition: { x: 60, y: 24 },
    });
    await expect.element(next).toHaveAttribute('aria-valuenow', '4');
    await button('Move the boundary up by a paragraph').last().click();
    await expect.element(next).toHaveAttribute('aria-valuenow', '3');
    await button('Import 3 sources').click();
    await expect.poll(() => sources()).toHaveLength(3);
    const texts = await Promise.all(sources().map(async ({ id }) => (await session.text(id))?.text));
    expect(texts).toEqual([
      'One begins.',
      'One ends.\n\nTwo begins.\n\nTwo ends.',
      'Three begins.\n\nThree ends.',
    ]);
  });

  it('shows the sources of a file that was read again', async () => {
    await open(textFile('locked.pdf', '…'));
    await dialog().getByRole('textbox', { name: 'Password' }).fill('secret');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByText('A plan.')).toBeVisible();
    await expect.element(dialog().getByRole('textbox', { name: 'Title' })).toBeVisible();
  });

  it('takes back what was left out, by keyboard alone, and describes many at once', async () => {
    await open(textFile('a.txt', 'A.'), textFile('b.txt', 'B.'));
    await line('a').click();
    await userEvent.keyboard('{ArrowDown}');
    await button('Leave out').click();
    await expect.element(button('Import 1 source')).toBeVisible();
    await button('Take in').click();
    await line('a').click();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(dialog().getByText('2 sources chosen')).toBeVisible();
    const date = dialog().getByRole('textbox', { name: 'Date' });
    await date.fill('someday');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog().getByText(/date/i).last()).toBeVisible();
    await date.fill('Dec 2009');
    await userEvent.keyboard('{Enter}');
    await button('Import 2 sources').click();
    await expect.poll(() => sources().map((source) => source.date)).toEqual(['2009-12', '2009-12']);
  });

  it('is gone through by keyboard alone, from the choice of files to the sources', async () => {
    await open(textFile('bundle.txt', '…'));
    await tabTo(dialog().getByRole('grid', { name: 'Files and sources' }));
    await userEvent.keyboard('{Home}{ArrowDown}{ArrowDown}');
    await expect.element(line('Two')).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowRight} ');
    await expect.element(button('Import 2 sources')).toBeEnabled();
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    await expect.element(line('One')).toHaveAttribute('aria-selected', 'true');
    await tabTo(dialog().getByRole('combobox', { name: 'Outlet' }));
    await userEvent.keyboard('{Control>}a{/Control}Mainichi{Enter}');
    await tabTo(button('Import 2 sources'));
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => sources().map(({ title, outlet }) => [title, outlet]))
      .toEqual([
        ['One', 'Mainichi'],
        ['Three', 'Hankyoreh'],
      ]);
  });

  it('shows what an encoding chosen by hand makes of a file, takes it in so, and remembers it', async () => {
    const korean = 'c0ceb8c5 c6afbab0b9fd c7c7c7d8c0dab8a6 bab8c8a3c7d1b4d9 2e20'
      .replaceAll(' ', '')
      .repeat(4);
    const bytes = Uint8Array.from(korean.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
    const select = dialog().getByRole('button', { name: /Encoding/ });
    const text = dialog().getByRole('region', { name: 'Text' });
    const services = await open(memoryFile('act.txt', bytes));
    const before = text.element().textContent;
    await select.click();
    const [, other] = page.getByRole('option').elements();
    const [encoding = '', sample = ''] = other?.textContent.split(' — ') ?? [];
    await userEvent.click(other!);
    await expect.element(text).toHaveTextContent(sample.trim());
    expect(text.element().textContent).not.toBe(before);

    await button('Profiles').click();
    await page.getByRole('menuitem', { name: /^Save these settings/ }).click();
    await page.getByRole('textbox', { name: 'Name of the profile' }).fill('Ministry');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'Name of the profile' })).not.toBeInTheDocument();
    await button('Import 1 source').click();
    await expect.poll(() => sources().map((source) => source.encoding)).toEqual([encoding]);

    services.platform.chosen.push([memoryFile('next.txt', bytes.slice(0, -2))]);
    await userEvent.keyboard('{Control>}o{/Control}');
    await expect.element(select).not.toHaveTextContent(encoding);
    await button('Profiles').click();
    await page.getByRole('menuitem', { name: 'Ministry', exact: true }).click();
    await expect.element(select).toHaveTextContent(encoding);
    await button('Import 1 source').click();
    await expect.poll(() => sources().map((source) => source.encoding)).toEqual([encoding, encoding]);
  });

  it('shows an article that came twice beside the other time', async () => {
    const twin = (date: string) => ({ ...article('One', 'Asahi'), date, identifier: 'A1' });
    const services = makeServices();
    services.platform.chosen.push([textFile('twice.txt', '…')]);
    vi.spyOn(services.parser, 'parse').mockImplementation(async (file) =>
      ok({ ...readFileOf([twin('2018-05-01'), twin('')]), bytes: await file.bytes() }),
    );
    ({ session } = await mountInProject(<Importing />, services));
    await userEvent.keyboard('{Control>}o{/Control}');
    await line('One').last().click();
    const twins = dialog().getByRole('region', { name: 'The same article, each time it came' });
    const [first, second] = [twins.getByRole('listitem').first(), twins.getByRole('listitem').last()];
    await expect.element(first).toHaveTextContent(/2018-05-01.*One begins\./s);
    await expect.element(second).toHaveTextContent(/no date.*One begins\./s);
    await expect.element(second).toHaveAttribute('aria-current', 'true');
    await expectAccessible();
    await first.getByText(/^2018-05-01/).click();
    await expect.element(button('Import 1 source')).toBeEnabled();
    await expect.element(first).toBeVisible();
  });

  it('opens a file under a password, and says when the password is wrong', async () => {
    await open(textFile('locked.pdf', '…'));
    await expect.element(button('Import 0 sources')).toBeDisabled();
    const password = dialog().getByRole('textbox', { name: 'Password' });
    await password.fill('guess');
    await button('Open').click();
    await expect.element(dialog().getByText(/The password does not open this file/)).toBeVisible();
    await password.fill('secret');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Import 1 source')).toBeEnabled();
  });

  it('shows alone what is to be looked at, and opens several files under one password', async () => {
    await open(textFile('a.txt', 'A.'), textFile('locked-1.pdf', '…'), textFile('locked-2.pdf', '…'));
    await page.getByRole('radio', { name: 'To look at (2)' }).click();
    await expect.element(line('a')).not.toBeInTheDocument();
    await line('locked-1').click();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(dialog().getByText('2 files chosen')).toBeVisible();
    await expectAccessible();
    await dialog().getByRole('textbox', { name: 'Password' }).fill('secret');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Import 3 sources')).toBeEnabled();
    await expect.element(dialog().getByText('2 sources chosen')).toBeVisible();
    await expect.element(line('a')).toBeVisible();
  });

  it('recognises the pages of a file again, in another script', async () => {
    await open(textFile('scan.pdf', '…'));
    await expect.element(line('scan.pdf')).toHaveTextContent('Pictures of text: recognise it');
    await button('Recognise text').click();
    await expect.element(dialog().getByText('Read as eng.')).toBeVisible();
    await dialog()
      .getByRole('button', { name: /without text/ })
      .click();
    await page.getByRole('option', { name: 'Korean' }).click();
    await button('Recognise again').click();
    await expect.element(dialog().getByText('Read as kor.')).toBeVisible();
  });

  it('describes all files of an archive at once', async () => {
    const archive = { 'Korea/act.txt': 'The act.', 'Korea/note.txt': 'A note.' };
    await open(textFile('corpus.zip', JSON.stringify(archive)), textFile('a.txt', 'A.'));
    await expect.element(button('Import 3 sources')).toBeEnabled();
    await line('corpus.zip').click();
    await expect.element(dialog().getByText('2 sources chosen')).toBeVisible();
    await dialog().getByRole('combobox', { name: 'Outlet' }).fill('Kwanbo');
    await userEvent.keyboard('{Enter}');
    await button('Import 3 sources').click();
    await expect
      .poll(() => sources().map(({ title, outlet }) => [title, outlet]))
      .toEqual([
        ['act', 'Kwanbo'],
        ['note', 'Kwanbo'],
        ['a', ''],
      ]);
  });

  it('fills in what the names of files say', async () => {
    await open(textFile('JP_2009-12_action-plan.txt', 'A.'), textFile('KR_2013_law.txt', 'B.'));
    await button('Fill in from names of files and folders').click();
    await expect
      .element(dialog().getByRole('textbox', { name: 'Pattern of the names' }))
      .toHaveValue('{country}_{date}_{type}');
    await expectAccessible();
    await button('Fill in 2 sources').click();
    await expect.element(dialog().getByText(/^Japan · 2009-12/)).toBeVisible();
    await button('Import 2 sources').click();
    await expect
      .poll(() => sources().map(({ country, date, documentType }) => [country, date, documentType]))
      .toEqual([
        ['JP', '2009-12', 'action-plan'],
        ['KR', '2013', 'law'],
      ]);
  });

  it('takes the names of folders that are no country as a variable', async () => {
    await open(textFile('a.txt', 'A.', 'all/MOFA/a.txt'), textFile('b.txt', 'B.', 'all/Cabinet/b.txt'));
    await button('Fill in from names of files and folders').click();
    const pattern = dialog().getByRole('textbox', { name: 'Pattern of the names' });
    await expect.element(pattern).toHaveValue('{variable:Folder}/{*}');
    await pattern.fill('{variable:Ministry}/{*}');
    await button('Fill in 2 sources').click();
    await expect.element(dialog().getByText('MOFA', { exact: true })).toBeVisible();
    await button('Import 2 sources').click();
    await expect
      .poll(() => sources().flatMap(({ variables }) => Object.values(variables)))
      .toEqual(['MOFA', 'Cabinet']);
    expect([...session.state.variables.values()]).toMatchObject([{ name: 'Ministry', type: 'text' }]);
  });

  it('saves its settings as a profile and applies them to the next delivery', async () => {
    await open(textFile('JP_2009_a.txt', 'A.'));
    await button('Fill in from names of files and folders').click();
    await dialog().getByRole('textbox', { name: 'Pattern of the names' }).fill('{country}_{date}_{*}');
    await dialog().getByRole('combobox', { name: 'Outlet' }).fill('Kanpo');
    await userEvent.keyboard('{Enter}');
    await button('Profiles').click();
    await page.getByRole('menuitem', { name: /^Save these settings/ }).click();
    await page.getByRole('textbox', { name: 'Name of the profile' }).fill('Gazettes');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'Name of the profile' })).not.toBeInTheDocument();
    await button('Profiles').click();
    await page.getByRole('menuitem', { name: 'Gazettes', exact: true }).click();
    await expect.element(dialog().getByText('Japan · 2009 · Kanpo · 2 characters')).toBeVisible();
    await button('Profiles').click();
    await page.getByRole('menuitem', { name: /^Rename or remove/ }).click();
    const name = page.getByRole('textbox', { name: 'Name of the profile' });
    await name.fill(' ');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('A profile needs a name.')).toBeVisible();
    await name.fill('Official gazettes');
    await userEvent.keyboard('{Enter}');
    await expectAccessible();
    await page.getByRole('button', { name: 'Remove “Official gazettes”' }).click();
    await expect.element(page.getByRole('list', { name: 'Profiles' })).not.toBeInTheDocument();
    await button('Profiles').click();
    await expect.element(page.getByRole('menuitem', { name: /^Save these settings/ })).toBeVisible();
    await expect.element(page.getByRole('menuitem', { name: /gazettes/i })).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
  });

  it('reads a page as a whole when told to', async () => {
    const menu = `<nav>${'Home and news. '.repeat(5)}</nav>`;
    const text = 'Victims are protected by the new act. '.repeat(20);
    await open(
      textFile('page.html', `<!doctype html><html><body>${menu}<main><p>${text}</p></main></body></html>`),
    );
    await dialog()
      .getByRole('button', { name: /Read as/ })
      .click();
    await page.getByRole('option', { name: 'The whole page' }).click();
    await expect.element(dialog().getByText(/Home and news/)).toBeVisible();
    await button('Import 1 source').click();
    await expect.poll(() => sources()).toHaveLength(1);
    expect((await session.text(sources()[0]!.id))?.text).toContain('Home and news.');
  });

  it('is given up on Escape, not without asking once something was mended', async () => {
    await open(textFile('a.txt', 'A.'));
    await button('Leave out').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('alertdialog', { name: 'Give up this import?' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Take in')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Give it up' }).click();
    await expect.element(dialog()).not.toBeInTheDocument();
    unmount();

    await open(textFile('a.txt', 'A.'));
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(sources()).toEqual([]);
  });
});
