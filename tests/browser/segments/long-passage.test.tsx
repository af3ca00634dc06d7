import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation, Place } from '../../../src-renderer/application/navigation';
import type { Change } from '../../../src-renderer/domain/model/change';
import { standardFilters } from '../../../src-renderer/domain/profile/request';
import { CodebookView } from '../../../src-renderer/features/codebook';
import { ProfilesView } from '../../../src-renderer/features/profiles';
import { SegmentsView } from '../../../src-renderer/features/segments';
import { makeServices, mountInProject, unmount } from '../../support/mount';
import { code, family, segment, source } from '../../unit/domain/build';

/** A megabyte of words, as one passage. */
const text = 'The ministry calls it a crime. '.repeat(34_000).trimEnd();
const length = text.length.toLocaleString('en');
const passage = segment('long', 'act', text, [0, text.length], ['crime'], { coderId: 'coder-a' });

const rows: readonly Change[] = [
  { table: 'sources', id: 'act', before: null, after: source('act', text, { country: 'JP' }) },
  { table: 'families', id: 'mode', before: null, after: family('mode') },
  { table: 'codes', id: 'root', before: null, after: code('root', { codable: false }) },
  {
    table: 'codes',
    id: 'crime',
    before: null,
    after: code('crime', { key: 'M3', parentId: 'root', examples: ['long'] }),
  },
  { table: 'segments', id: 'long', before: null, after: passage },
];

let navigation: Navigation;
const show = async (node: ReactNode, place: Place) => {
  ({ navigation } = await mountInProject(node, makeServices(), rows, { place }));
};

beforeEach(() => page.viewport(1440, 900));
afterEach(unmount);

/** The beginning of the passage, and not much more than that in the whole document. */
async function expectExcerpt(): Promise<void> {
  await expect.element(page.getByText(/^The ministry calls it a crime\. .*…$/)).toBeVisible();
  expect(document.body.textContent.length).toBeLessThan(10_000);
}

it('shows the beginning of a passage of a megabyte in the list, and how long it is', async () => {
  await show(<SegmentsView />, { view: 'segments' });
  await expectExcerpt();
  await expect.element(page.getByText(`${length} characters`)).toBeVisible();
  await page.getByRole('list', { name: 'Segments' }).getByRole('link').click();
  expect(navigation.place).toEqual({ view: 'reader', sourceId: 'act', segmentId: 'long' });
});

it('shows the beginning of it as evidence of a profile', async () => {
  const request = {
    familyKey: 'mode',
    unit: 'segments',
    groupBy: 'country',
    filters: standardFilters,
  } as const;
  await show(<ProfilesView />, {
    view: 'profiles',
    request,
    evidence: { country: 'JP', codeId: 'crime' },
  });
  await expectExcerpt();
  await expect.element(page.getByText(`${length} characters`)).toBeVisible();
});

it('shows the beginning of it as an example of a code, and among those to choose', async () => {
  await show(<CodebookView />, { view: 'codebook', codeId: 'crime' });
  await expectExcerpt();
  await page.getByRole('button', { name: 'Remove the example' }).click();
  await page.getByRole('button', { name: 'Choose an example' }).click();
  const option = page.getByRole('listbox').getByRole('option').first();
  await expect.element(option).toBeVisible();
  expect(option.element().textContent.length).toBeLessThan(300);
  await userEvent.keyboard('a crime{Enter}');
  await expectExcerpt();
});
