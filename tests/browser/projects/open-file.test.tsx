import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ExchangePort } from '../../../src-renderer/application/ports/exchange';
import { StartScreen } from '../../../src-renderer/features/projects';
import { fail, ok } from '../../../src-renderer/domain/model/result';
import { memoryFile } from '../../../src-renderer/platform/memory';
import { dialectFile, dialects, projectFile, type DialectText } from '../../fixtures/refi/dialects';
import { expectAccessible, makeServices, mount, unmount, type TestServices } from '../../support/mount';

const text: DialectText = {
  name: 'Debate',
  text: 'The 𠮷野 case.\nPolice arrested the brokers at the border.\nThe 𠮷野 victims were sent home.',
  marked: [
    { quote: 'Police arrested the brokers', codes: ['Crime'] },
    { quote: 'victims were sent home', codes: ['Crime', 'Victims'], user: 'Ana Kim' },
  ],
};
/** No spaces, no names, no known program: how positions count is anybody's guess. */
const guess: DialectText = {
  name: '議事録',
  text: '𠮷野家事件被害者保護法案審議中警察庁長官答弁人身取引対策行動計画策定',
  marked: [
    { quote: '被害者保護', codes: ['Crime'] },
    { quote: '行動計画', codes: ['Victims'] },
  ],
};
const unknown = { origin: 'Something 1', convention: { ...dialects['standard']!.convention }, named: false };
const codes = ['Crime', 'Victims'];
const file = (name: string, bytes: Uint8Array) => memoryFile(name, new Uint8Array(bytes));

describe('opening a project file', () => {
  let services: TestServices;
  const onOpen = vi.fn<(id: string) => void>();
  const show = () => mount(<StartScreen onOpen={onOpen} />, services);
  const open = async (name: string, bytes: Uint8Array) => {
    services.platform.chosen.push([file(name, bytes)]);
    await show();
    await page.getByRole('button', { name: 'Open a project file…' }).click();
  };
  const preview = () => page.getByRole('dialog', { name: 'Import a project' });
  const states = () => [...services.storage.projects.values()].map(({ state }) => state);

  beforeEach(() => {
    services = makeServices();
    onOpen.mockReset();
  });
  afterEach(unmount);

  it('shows what is in it and makes a project of it, by keyboard alone', async () => {
    services.platform.chosen.push([file('study.qdpx', dialectFile(dialects['NVivo']!, [text], codes))]);
    await show();
    await userEvent.keyboard('{Control>}o{/Control}');
    await expect.element(preview()).toBeVisible();
    const name = preview().getByRole('textbox', { name: 'Name of the project' });
    await expect.element(name).toHaveFocus();
    await expect.element(name).toHaveValue('A study');
    await expect.element(preview().getByText(/study\.qdpx.*NVivo 12/)).toBeVisible();
    const facts = preview().getByRole('term');
    await expect
      .poll(() => facts.elements().map((term) => `${term.textContent} ${term.nextSibling?.textContent}`))
      .toEqual(
        expect.arrayContaining(['source 1', 'codes 2', 'coded segments 2', 'coder 1', 'other items 0']),
      );
    await expectAccessible();
    expect(services.storage.projects.size).toBe(0);

    await userEvent.keyboard('{Control>}a{/Control}Borders{Enter}');
    await expect.poll(() => onOpen.mock.calls.length).toBe(1);
    const [project] = services.storage.projects.values();
    expect(onOpen).toHaveBeenCalledWith(project!.info.id);
    const [state] = states();
    expect([...state!.project.values()].map((info) => info.name)).toEqual(['Borders']);
    expect([...state!.segments.values()].map(({ quote }) => quote).sort()).toEqual([
      'Police arrested the brokers',
      'victims were sent home',
    ]);
  });

  it('comes in beside the same project, under a name of its own', async () => {
    const bytes = dialectFile(dialects['standard']!, [text], codes);
    for (const name of ['A study', 'A study (2)']) {
      onOpen.mockReset();
      await open('study.qdpx', bytes);
      await expect.element(preview().getByRole('textbox')).toHaveValue(name);
      await preview().getByRole('button', { name: 'Import as a new project' }).click();
      await expect.poll(() => onOpen.mock.calls.length).toBe(1);
    }
    expect(services.storage.projects.size).toBe(2);
  });

  it('asks where the passages are when the file does not show it, and reads it so', async () => {
    // Whether a text shows it is the detector's to say; what is asked then is the window's.
    const { readProject } = services.exchange;
    const unsure: ExchangePort['readProject'] = async (...given) => {
      const read = await readProject(...given);
      if (!read.ok || given[1].overrides.size > 0) return read;
      return ok({ ...read.value, verdicts: read.value.verdicts.map((one) => ({ ...one, weak: true })) });
    };
    services = { ...services, exchange: { ...services.exchange, readProject: unsure } };
    await open('guess.qdpx', dialectFile(unknown, [guess], codes));
    const group = preview().getByRole('radiogroup', { name: 'How to read “議事録”' });
    await expect.element(group).toBeVisible();
    await expectAccessible();
    expect(group.getByRole('radio').elements().length).toBeGreaterThan(1);
    await expect.element(group.getByText('被害者保護', { exact: true }).first()).toBeVisible();
    const other = group
      .getByRole('radio')
      .elements()
      .find((radio) => !(radio as HTMLInputElement).checked)!;
    const quotes = [...other.closest('label')!.querySelectorAll('mark')].map((mark) => mark.textContent);
    await userEvent.click(other.closest('label')!);
    await expect.element(preview().getByRole('button', { name: /^Import/ })).toBeEnabled();
    expect((other as HTMLInputElement).checked).toBe(true);
    await preview()
      .getByRole('button', { name: /^Import/ })
      .click();
    await expect.poll(() => onOpen.mock.calls.length).toBe(1);
    expect([...states()[0]!.segments.values()].map(({ quote }) => quote).sort()).toEqual(quotes.sort());
  });

  it('says what is lost and what was mended, and saves that as a text', async () => {
    const xml = `<Project name="Torn" origin="Anything 1"><CodeBook><Codes><Code guid="1" name="Crime" isCodable="true" color="red"/></Codes></CodeBook>
<Sources><TextSource guid="00000001-0000-4000-8000-000000000001" name="Debate"><PlainTextContent>Police arrested brokers.</PlainTextContent>
<PlainTextSelection guid="00000001-0000-4000-8000-000000000002" startPosition="10" endPosition="900" name="gone"/></TextSource></Sources></Project>`;
    await open('torn.qdpx', projectFile(xml));
    const report = preview().getByRole('region', { name: 'What reading it took' });
    await expect.element(report.getByText(/1 passage lies outside the text of “Debate”/)).toBeVisible();
    await report.getByRole('button', { name: /mended/ }).click();
    await expectAccessible();
    await report.getByRole('button', { name: 'Save the report…' }).click();
    await expect.poll(() => services.platform.saved.length).toBe(1);
    const [saved] = services.platform.saved;
    expect(saved!.name).toBe('torn – report.txt');
    expect(new TextDecoder().decode(saved!.bytes)).toMatch(
      /Torn[^]*outside the text of “Debate”[^]*no identity/,
    );
  });

  const whole = dialectFile(dialects['standard']!, [text], codes);
  const doctype = '<!DOCTYPE Project [<!ENTITY a "b">]><Project name="&a;" origin="x"/>';
  it.each([
    ['a file cut off', whole.slice(0, whole.length - 40), /ends too early|damaged/],
    [
      'a text with another name',
      new TextEncoder().encode('Dear colleague,'),
      /its content is of another kind/,
    ],
    ['an archive without a project', zipSync({ 'a.txt': new Uint8Array(3) }), /no project in the file/],
    ['a project with entities', projectFile(doctype), /entities/],
    ['a way out of the folder', projectFile('<Project/>', { '../evil.txt': 'x' }), /leads outside/],
    ['a codebook', projectFile('<CodeBook/>'), /only a codebook/],
  ])('says why %s is not opened, and leaves nothing behind', async (_, bytes, why) => {
    await open('study.qdpx', bytes);
    const dialog = page.getByRole('alertdialog', { name: '“study.qdpx” could not be opened' });
    await expect.element(dialog.getByText(why)).toBeVisible();
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByText('No projects yet')).toBeVisible();
    expect(services.storage.projects.size).toBe(0);
  });

  it('can be cancelled while it reads', async () => {
    let stopped = false;
    const readProject: ExchangePort['readProject'] = (_file, _options, { signal, onProgress }) =>
      new Promise((resolve) => {
        onProgress(3, 12);
        signal.addEventListener('abort', () => {
          stopped = true;
          resolve(fail({ kind: 'cancelled', params: {} }));
        });
      });
    services = { ...services, exchange: { ...services.exchange, readProject } };
    await open('study.qdpx', whole);
    const dialog = page.getByRole('dialog', { name: 'Reading “study.qdpx”' });
    await expect.element(dialog.getByText('3 of 12 files read')).toBeVisible();
    await expectAccessible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(stopped).toBe(true);
  });

  it('takes a file dropped on the screen', async () => {
    services.platform.dropped.push([file('study.qdpx', whole)]);
    await show();
    await expect.element(page.getByRole('button', { name: 'Open a project file…' })).toBeVisible();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'study.qdpx'));
    const drag = (type: string) =>
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    drag('dragenter');
    await expect.element(page.getByText('Drop to open the project file')).toBeVisible();
    drag('drop');
    await expect.element(preview()).toBeVisible();
  });

  it('says why a project could not be kept, and stays', async () => {
    await open('study.qdpx', whole);
    await expect.element(preview()).toBeVisible();
    services.storage.nextFailure = { kind: 'full' };
    await preview().getByRole('button', { name: 'Import as a new project' }).click();
    await expect.element(page.getByText(/The disk is full/)).toBeVisible();
    await expect.element(preview()).toBeVisible();
    expect(onOpen).not.toHaveBeenCalled();
  });
});
