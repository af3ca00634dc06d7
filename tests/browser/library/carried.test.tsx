import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryView } from '../../../src-renderer/features/library';
import type { CarriedItem } from '../../../src-renderer/domain/model/carried';
import type { Change } from '../../../src-renderer/domain/model/change';
import {
  expectAccessible,
  makeServices,
  mountInProject,
  unmount,
  type TestServices,
} from '../../support/mount';
import { rows } from './build';

const item = (fields: Partial<CarriedItem> & Pick<CarriedItem, 'id' | 'kind'>): Change => ({
  table: 'carried',
  id: fields.id,
  before: null,
  after: {
    name: '',
    sourceId: null,
    fileName: '',
    codings: 0,
    element: { name: 'PictureSource', attributes: {}, children: [], text: '' },
    ...fields,
  },
});
const carried = [
  item({ id: 'picture', kind: 'picture', name: 'Poster', fileName: 'poster.png', codings: 2 }),
  item({ id: 'lost', kind: 'audio', name: 'Interview', fileName: 'interview.mp3' }),
  item({ id: 'set', kind: 'set' }),
];

describe('items of other programs', () => {
  let services: TestServices;
  const fold = () => page.getByRole('button', { name: '3 items of other programs are kept but not shown' });
  const lines = () =>
    page.getByRole('list', { name: 'Items of other programs' }).getByRole('listitem').elements();

  beforeEach(() => {
    services = makeServices();
  });
  afterEach(unmount);

  it('are one quiet line until somebody asks, by key or pointer', async () => {
    await mountInProject(<LibraryView />, services, [...rows, ...carried]);
    await expect.element(fold()).toHaveAttribute('aria-expanded', 'false');
    fold().element().focus();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => lines().map((line) => line.textContent))
      .toEqual(['AudioInterviewSave file…', 'PicturePoster2 codingsSave file…', 'SetWithout a name']);
    await expectAccessible();
  });

  it('give back their files, and say so where there is none', async () => {
    await mountInProject(<LibraryView />, services, carried);
    services.storage.projects.get('project')!.contents.set('picture', {
      file: { sourceId: 'picture', name: 'poster.png', bytes: new Uint8Array([1, 2, 3]) },
    });
    await fold().click();
    await page.getByRole('button', { name: 'Save file… poster.png' }).click();
    await expect.poll(() => services.platform.saved).toHaveLength(1);
    expect(services.platform.saved[0]).toMatchObject({
      name: 'poster.png',
      bytes: new Uint8Array([1, 2, 3]),
    });
    await page.getByRole('button', { name: 'Save file… interview.mp3' }).click();
    await expect.element(page.getByText(/did not come with the project/)).toBeVisible();
  });

  it('are not spoken of where there are none', async () => {
    await mountInProject(<LibraryView />, services, rows);
    await expect.element(page.getByText('Action plan')).toBeVisible();
    expect(page.getByText(/other programs/).elements()).toEqual([]);
  });
});
