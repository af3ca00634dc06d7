import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { codebookJson } from '../../../src-renderer/domain/exchange/codebook/json';
import { stableGuid } from '../../../src-renderer/domain/model/guid';
import type { Code } from '../../../src-renderer/domain/model/codebook';
import { ImportCodebook } from '../../../src-renderer/features/exchange';
import { memoryFile, type MemoryPlatform } from '../../../src-renderer/platform/memory';
import { currentCommands, runCommand } from '../../../src-renderer/ui/commands/registry';
import { unmount } from '../../support/mount';
import { expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

const qdc = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="ATLAS.ti 23"><Codes>
<Code guid="0D1E3B3A-8E6B-4E57-9C0B-0A5C4E5B1A01" name="Silence" isCodable="true" color="#112233">
<Description>Nothing is said of victims.</Description></Code>
</Codes></CodeBook>`;

describe('the import of a codebook', () => {
  let platform: MemoryPlatform;
  let session: ProjectSession;
  const dialog = () => page.getByRole('dialog', { name: 'Import a codebook' });
  const choose = (name: string, content: string) => {
    platform.chosen.push([memoryFile(name, content)]);
    runCommand('file.importCodebook');
  };
  const fact = (name: string) =>
    dialog().getByText(name, { exact: true }).element().nextElementSibling?.textContent;
  const codeOf = (key: string) => [...session.state.codes.values()].find((code) => code.key === key)!;
  const inserted = () => dialog().getByRole('button', { name: 'Import', exact: true });

  beforeEach(async () => {
    await page.viewport(1440, 900);
    const sample = await mountInSample(<ImportCodebook />);
    platform = sample.services.platform;
    session = sample.session;
    await expect.poll(() => currentCommands().map(({ id }) => id)).toContain('file.importCodebook');
  });
  afterEach(unmount);

  it('says that our own file changes nothing', async () => {
    choose('ours.json', codebookJson(session.state, { origin: 'Parallax' }));
    await expect.element(dialog(), { timeout: 15_000 }).toBeVisible();
    await expect.element(dialog().getByText(/says nothing that the codebook does not say/)).toBeVisible();
    await expect.element(inserted()).toBeDisabled();
    expect(fact('the same')).toBe(String(session.state.codes.size));
  });

  it('shows a change field by field, does it as one step, and takes it back', async () => {
    const before = codeOf('M1');
    const changed = { ...before, definition: 'Told as a breach of the border.', color: '#123456' };
    const codes = new Map<string, Code>([...session.state.codes, [before.id, changed]]);
    choose('theirs.json', codebookJson({ ...session.state, codes }, { origin: 'Parallax' }));
    await expect.element(dialog(), { timeout: 15_000 }).toBeVisible();
    expect(fact('changed')).toBe('1');
    await expect.element(dialog().getByText('Told as a breach of the border.')).toBeVisible();
    await expect.element(dialog().getByText(before.definition)).toBeVisible();
    await expectAccessibleInBothThemes();
    expect(codeOf('M1')).toEqual(before);

    await inserted().click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(codeOf('M1')).toEqual(changed);
    expect(session.snapshot.stacks.undoable.at(-1)?.label.key).toBe('import-codebook');
    await session.undo();
    expect(codeOf('M1')).toEqual(before);
  });

  it('takes in codes of another program, in the language and family that the person says', async () => {
    choose('team.qdc', qdc);
    await expect.element(dialog(), { timeout: 15_000 }).toBeVisible();
    await expect.element(dialog().getByText(/from ATLAS\.ti 23/)).toBeVisible();
    expect(fact('added')).toBe('1');
    const name = dialog().getByRole('textbox', { name: 'Name of the family' });
    await expect.element(name).toHaveValue('team');
    await name.fill('Silences');
    await dialog()
      .getByRole('button', { name: /Language of its names/ })
      .click();
    await page.getByRole('option', { name: '日本語' }).click();
    await expectAccessibleInBothThemes();
    await inserted().click();
    const code = [...session.state.codes.values()].find(({ labels }) => labels.ja === 'Silence')!;
    expect(code).toMatchObject({ definition: 'Nothing is said of victims.', color: '#112233' });
    expect(session.state.families.get(code.familyId)?.labels).toEqual({ ja: 'Silences' });
  });

  it('leaves out what the person leaves out, and nothing else', async () => {
    const [first, second] = [codeOf('M1'), codeOf('M2')];
    const codes = new Map(session.state.codes);
    for (const code of [first, second]) codes.set(code.id, { ...code, definition: `Anew: ${code.key}` });
    choose('theirs.json', codebookJson({ ...session.state, codes }, { origin: 'Parallax' }));
    await expect.element(dialog(), { timeout: 15_000 }).toBeVisible();
    const box = dialog().getByRole('checkbox', { name: first.labels.en!, exact: true });
    await expect.element(box).toBeChecked();
    (box.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.poll(() => fact('changed')).toBe('1');
    await expect.element(dialog().getByText('Anew: M1')).toBeVisible();

    const all = dialog().getByText('All', { exact: true });
    await expect.element(dialog().getByRole('checkbox', { name: 'All: 2 changes' })).toBeVisible();
    await all.click();
    await expect.poll(() => fact('changed')).toBe('2');
    await all.click();
    await expect.element(dialog().getByText(/left everything out/)).toBeVisible();
    await expect.element(inserted()).toBeDisabled();
    await dialog().getByText(second.labels.en!, { exact: true }).click();
    await inserted().click();
    expect(codeOf('M1')).toEqual(first);
    expect(codeOf('M2').definition).toBe('Anew: M2');
  });

  it('leaves out the codes of a new family with the family', async () => {
    const family = { ...session.state.families.get(codeOf('M1').familyId)!, id: stableGuid('f', 'tone') };
    const tone = { ...family, key: 'TONE', labels: { en: 'Tone' } };
    const harsh: Code = {
      ...codeOf('M1'),
      ...{ id: stableGuid('c', 'harsh'), familyId: tone.id, parentId: null, key: 'HARSH' },
      ...{ labels: { en: 'Harsh' }, shortcut: '', examples: [] },
    };
    const theirs = {
      ...session.state,
      families: new Map([...session.state.families, [tone.id, tone]]),
      codes: new Map([...session.state.codes, [harsh.id, harsh]]),
    };
    choose('theirs.json', codebookJson(theirs, { origin: 'Parallax' }));
    await expect.element(dialog(), { timeout: 15_000 }).toBeVisible();
    expect(fact('added')).toBe('1');
    await dialog().getByRole('button', { name: '1 new code' }).click();
    const code = dialog().getByRole('checkbox', { name: 'Harsh' });
    await expect.element(code).toBeChecked();
    await dialog().getByText('Tone', { exact: true }).first().click();
    await expect.element(code).toBeDisabled();
    expect(fact('added')).toBe('0');
    await expect.element(inserted()).toBeDisabled();
  });

  it('shows ten thousand codes in lots', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `Code ${String(index)}`);
    choose('many.csv', ['name', ...rows].join('\n'));
    await expect.element(dialog(), { timeout: 30_000 }).toBeVisible();
    expect(fact('added')).toBe('10,000');
    await dialog().getByRole('button', { name: '10,000 new codes' }).click();
    const boxes = () =>
      dialog()
        .getByRole('checkbox', { name: /^Code / })
        .elements().length;
    await expect.poll(boxes).toBe(200);
    await dialog().getByRole('button', { name: 'Show 200 more of 9,800' }).click();
    await expect.poll(boxes).toBe(400);
    await inserted().click();
    await expect.element(dialog(), { timeout: 15_000 }).not.toBeInTheDocument();
    expect(session.snapshot.stacks.undoable.at(-1)?.label.params?.['count']).toBe(10_000);
  }, 60_000);

  it('asks about clashes and does what is chosen', async () => {
    const mine = codeOf('M2');
    const twin = qdc.replace('name="Silence"', `name="${mine.labels.en}"`);
    const family = session.state.families.get(mine.familyId)!;
    choose('twin.qdc', twin);
    await expect.element(dialog(), { timeout: 15_000 }).toBeVisible();
    await dialog()
      .getByRole('button', { name: /Put its codes into/ })
      .click();
    await page.getByRole('option', { name: family.labels.en!, exact: true }).click();
    const choice = dialog().getByRole('radiogroup', { name: new RegExp(`about ${mine.labels.en}`) });
    await expect.element(choice).toBeVisible();
    await expect.element(dialog().getByText(/stays as it is; what the file says of it/)).toBeVisible();
    await choice.getByRole('radio', { name: 'Take theirs' }).click();
    await expect.element(dialog().getByText(/keeps its segments and takes over/)).toBeVisible();
    await expectAccessibleInBothThemes();
    await expect.element(dialog().getByText('Nothing is said of victims.').first()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(codeOf('M2')).toEqual(mine);
  });

  it('says what is wrong with a bad file and leaves the codebook as it was', async () => {
    const before = session.state;
    choose('letter.csv', 'Dear colleague,\nhere is the codebook.');
    await expect.element(page.getByText(/^letter\.csv: /), { timeout: 15_000 }).toBeVisible();
    expect(session.state).toBe(before);
    await expect.element(dialog()).not.toBeInTheDocument();
  });
});
