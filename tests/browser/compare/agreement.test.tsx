import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import { CompareView } from '../../../src-renderer/features/compare';
import { expectAccessible, makeServices, mountInProject, type TestServices } from '../../support/mount';
import { generateProject } from '../../generator/project';

const project = generateProject({ seed: 11, sources: 6, segments: 120, coders: 2, length: 1500 });
let services: TestServices;
let navigation: Navigation;

const open = async (changes = project.changes) => {
  await page.viewport(1440, 1000);
  services = makeServices();
  const rows = changes.filter(({ table }) => table !== 'project');
  ({ navigation } = await mountInProject(<CompareView />, services, rows, {
    contents: [...project.texts.values()].map((text) => ({
      text,
      file: { sourceId: text.sourceId, name: 'source.txt', bytes: new TextEncoder().encode(text.text) },
    })),
    place: { view: 'compare' },
  }));
};

describe('the agreement of coders', () => {
  beforeEach(() => open());

  it('says code by code how far coders agree, and on what that rests', async () => {
    await expect.element(page.getByRole('heading', { name: 'Code by code', exact: true })).toBeVisible();
    await expect.element(page.getByText('sources that two of them looked at')).toBeVisible();
    await expect.element(page.getByText('1,000 resamples of sources, seed 1')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Code by code in each source' })).toBeVisible();
    await expectAccessible();
  });

  it('opens the disagreements of a code', async () => {
    await page
      .getByRole('button', { name: /passages where coders differ/ })
      .first()
      .click();
    expect(navigation.place).toMatchObject({
      view: 'compare',
      comparison: 'settle',
      differences: { codeId: expect.any(String), coders: [expect.any(String), expect.any(String)] },
    });
  });

  it('has all coefficients for who wants them, and saves what is shown', async () => {
    await page.getByRole('button', { name: 'All coefficients' }).click();
    await expect.element(page.getByRole('columnheader', { name: 'Coefficient' })).toBeVisible();
    await page.getByRole('radio', { name: 'Paragraphs' }).click();
    await expect.element(page.getByRole('rowheader', { name: 'Cohen κ' }).first()).toBeVisible();
    await expectAccessible();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Everything (JSON)' }).click();
    await expect.poll(() => services.platform.saved.length).toBe(1);
    const [file] = services.platform.saved;
    const saved = JSON.parse(new TextDecoder().decode(file?.bytes));
    expect(saved).toMatchObject({ unit: 'paragraph', bootstrap: { resamples: 1000, seed: 1 } });
  });

  it('computes a table that is pasted', async () => {
    await page.getByRole('button', { name: 'Compute from a table…' }).click();
    await userEvent.fill(
      page.getByRole('textbox', { name: 'Paste a table' }),
      'unit,A,B\n1,x,x\n2,x,y\n3,y,y\n4,y,',
    );
    await expect.element(page.getByText('of which 3 have two values')).toBeVisible();
    await expect.element(page.getByText('The column “unit” names the units.')).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'Paste a table' }), 'A,A\nx,y');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Two columns are called A.');
  });
});

describe('the agreement of coders who have nothing in common', () => {
  it('says so in a sentence', async () => {
    const [first, second] = [...project.state.coders.keys()];
    const sources = [...project.state.sources.keys()];
    await open(
      project.changes.filter(({ table, after }) => {
        if (table !== 'segments' || !after) return true;
        const { coderId, sourceId } = after as { coderId: string; sourceId: string };
        return coderId === (sources.indexOf(sourceId) % 2 === 0 ? first : second);
      }),
    );
    await expect.element(page.getByText('No source in common')).toBeVisible();
    await expectAccessible();
  });
});
