import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Navigation } from '../../../src-renderer/application/navigation';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { progressId } from '../../../src-renderer/domain/coders/progress';
import type { Change } from '../../../src-renderer/domain/model/change';
import type { CodedSegment } from '../../../src-renderer/domain/model/segment';
import { SettleView } from '../../../src-renderer/features/compare/settle/settle-view';
import { segment } from '../../unit/domain/build';
import { unmount } from '../../support/mount';
import { codeOf, expectAccessibleInBothThemes, mountInSample } from '../../support/sample';

/** A source of the sample that two new coders coded, differently. */
async function open() {
  const mounted = await mountInSample(<SettleView />, { view: 'compare', comparison: 'settle' });
  const { session } = mounted;
  const source = [...session.state.sources.values()].find(({ language }) => language === 'ja')!;
  const { text } = (await session.text(source.id))!;
  const id = (key: string) => codeOf(session.state, key).id;
  const made = (name: string, coderId: string, range: readonly [number, number], key: string) =>
    segment(name, source.id, text, range, [id(key)], { coderId });
  const segments: readonly CodedSegment[] = [
    made('a1', 'ann', [0, 10], 'M1'),
    made('b1', 'bob', [0, 10], 'M1'),
    made('a2', 'ann', [20, 40], 'M1'),
    made('b2', 'bob', [20, 40], 'M2'),
    made('a3', 'ann', [50, 60], 'M2'),
    made('b3', 'bob', [52, 66], 'M2'),
    made('b4', 'bob', [70, 74], 'M1'),
  ];
  const changes: Change[] = [
    ...['ann', 'bob'].flatMap((coderId): Change[] => [
      {
        table: 'coders',
        id: coderId,
        before: null,
        after: { id: coderId, name: coderId, initials: coderId[0]!, color: '#4A6FA5' },
      },
      {
        table: 'progress',
        id: progressId(source.id, coderId),
        before: null,
        after: { id: progressId(source.id, coderId), sourceId: source.id, coderId, finished: true, at: '' },
      },
    ]),
    ...segments.map((after): Change => ({ table: 'segments', id: after.id, before: null, after })),
  ];
  await session.run({ label: { key: 'settle', params: {} }, changes });
  mounted.navigation.replace({
    view: 'compare',
    comparison: 'settle',
    differences: { coders: ['ann', 'bob'] },
  });
  return mounted;
}

describe('settling disagreements', () => {
  let session: ProjectSession;
  let navigation: Navigation;
  const items = () => page.getByRole('complementary', { name: 'Disagreements' }).getByRole('listitem');
  const main = () => page.getByRole('region', { name: 'Disagreement', exact: true });
  const agreed = () =>
    [...session.state.segments.values()]
      .filter(({ coderId }) => coderId === session.info.agreedCoderId)
      .map(({ start, end }) => [start, end]);

  beforeEach(async () => {
    await page.viewport(1440, 900);
    ({ session, navigation } = await open());
    await expect.element(page.getByText('0 of 3 settled')).toBeVisible();
  });
  afterEach(unmount);

  it('lists what differs, the most characters first, each with its text and both codings', async () => {
    await expect.poll(() => items().all().length).toBe(3);
    await expect.element(items().nth(0)).toHaveTextContent('Other codes20 characters');
    await expect.element(main().getByRole('heading', { name: 'Other codes' })).toBeVisible();
    await expect.element(main().getByRole('article', { name: 'ann' })).toBeVisible();
    await expect.element(main().getByRole('region', { name: 'What the codes mean' })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('mark').length).toBeGreaterThan(0);
    await expectAccessibleInBothThemes();
  });

  it('is decided from the keyboard alone, and each decision leads to the next', async () => {
    await userEvent.keyboard('1');
    await expect.element(page.getByText('1 of 3 settled')).toBeVisible();
    await expect.element(main().getByRole('heading', { name: 'Other ends' })).toBeVisible();
    expect(agreed()).toEqual([[20, 40]]);
    await userEvent.keyboard('n');
    await userEvent.keyboard('whole sentence');
    await userEvent.tab();
    await userEvent.keyboard('2');
    await expect.element(main().getByRole('heading', { name: 'Missed' })).toBeVisible();
    await userEvent.keyboard('0');
    await expect.element(page.getByText('3 of 3 settled')).toBeVisible();
    expect([...session.state.decisions.values()].map(({ settlement, note }) => [settlement, note])).toEqual([
      ['first', ''],
      ['second', 'whole sentence'],
      ['none', ''],
    ]);
    await userEvent.keyboard('k');
    await expect.element(main().getByText(/The second coder’s coding taken, decided by/)).toBeVisible();
    await session.undo();
    await expect.element(page.getByText('2 of 3 settled')).toBeVisible();
  });

  it('takes over what both agree on in one step', async () => {
    await page.getByRole('button', { name: 'Take over 1 passage on which both agree' }).click();
    await expect.poll(agreed).toEqual([[0, 10]]);
    await session.undo();
    await expect.poll(agreed).toEqual([]);
    expect(session.info.agreedCoderId).toBeUndefined();
  });

  it('takes ends and codes of one’s own', async () => {
    await userEvent.keyboard('e');
    await main().getByRole('button', { name: 'End a word earlier' }).click();
    await expectAccessibleInBothThemes();
    await main().getByRole('button', { name: 'Take this' }).click();
    await expect.element(page.getByText('1 of 3 settled')).toBeVisible();
    const [[start, end] = []] = agreed();
    expect(start).toBe(20);
    expect(end).toBeLessThan(40);
  });

  it('lists the passages of a cell of the confusion matrix', async () => {
    await main().getByRole('button', { name: 'Confusion matrix' }).click();
    await expectAccessibleInBothThemes();
    await main()
      .getByRole('button', { name: /against No code: 2 characters$/ })
      .click();
    await expect.poll(() => items().all().length).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => items().all().length).toBe(3);
  });

  it('opens the passage in the reader and comes back to the same disagreement', async () => {
    await userEvent.keyboard('j');
    await expect.element(main().getByRole('heading', { name: 'Other ends' })).toBeVisible();
    await userEvent.keyboard('o');
    expect(navigation.place).toMatchObject({ view: 'reader', segmentId: 'a3' });
    navigation.back();
    await expect.element(main().getByRole('heading', { name: 'Other ends' })).toBeVisible();
  });

  it('keeps a log of decisions', async () => {
    await userEvent.keyboard('3');
    await main().getByRole('button', { name: 'Decisions' }).click();
    await expect.element(main().getByRole('cell', { name: 'Both codings taken' })).toBeVisible();
    await expectAccessibleInBothThemes();
  });
});
