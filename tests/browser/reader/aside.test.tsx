import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '../../../src-renderer/domain/model/change';
import { ReaderView } from '../../../src-renderer/features/reader';
import { makeServices, mountInProject, unmount } from '../../support/mount';
import { makeSource } from '../../support/source';
import { frame, layOut } from './material';
import { settled } from './open-view';

afterEach(unmount);

const pageOf = (number: number) => [
  { kind: 'furniture', level: 0, text: `Annual report, part ${number}`, page: number } as const,
  { kind: 'paragraph', level: 0, text: `The police raided bar ${number}.`, page: number } as const,
  { kind: 'hidden', level: 0, text: `Draft remark ${number}`, page: number } as const,
];
const body = layOut([1, 2, 3].flatMap(pageOf));
const plain = layOut(['Nothing beside the text.']);

async function open(blocks = body) {
  await page.viewport(1280, 800);
  const source = makeSource({ id: 'us', title: 'US report', length: blocks.text.length });
  const change = { table: 'sources', id: source.id, before: null, after: source } as Change;
  await mountInProject(<ReaderView />, makeServices(), [change], {
    place: { view: 'reader', sourceId: 'us' },
    contents: [
      {
        text: { sourceId: source.id, ...blocks },
        file: { sourceId: source.id, name: 'us.pdf', bytes: new Uint8Array() },
      },
    ],
  });
  await settled();
}

const heightOf = (text: string) =>
  [...document.querySelectorAll('[role=document] div')]
    .filter((element) => element.textContent === text && element.children.length === 0)[0]!
    .getBoundingClientRect().height;
const switchTo = (verb: string) =>
  page.getByRole('button', { name: `${verb} running heads, page numbers and hidden text` });

describe('what stands beside the text', () => {
  it('is folded away until it is asked for, and again after', async () => {
    await open();
    expect(heightOf('Annual report, part 2')).toBe(0);
    expect(heightOf('Draft remark 2')).toBe(0);
    await switchTo('Show').click();
    await frame();
    expect(heightOf('Annual report, part 2')).toBeGreaterThan(10);
    expect(heightOf('Draft remark 2')).toBeGreaterThan(10);
    const host = document.querySelector('[role=document]')!.parentElement!;
    expect((await axe.run(host)).violations).toEqual([]);
    await switchTo('Hide').click();
    await frame();
    expect(heightOf('Annual report, part 2')).toBe(0);
  });

  it('stays as it was chosen when the source is opened again', async () => {
    await open();
    await switchTo('Show').click();
    await page.getByRole('button', { name: /US report/ }).click();
    await settled();
    await expect.element(switchTo('Hide')).toBeVisible();
  });

  it('leaves the number of the page at the first line of its text', async () => {
    await open();
    const marked = [...document.querySelectorAll('[role=document] [data-page]')];
    expect(marked.map((element) => element.textContent)).toEqual([
      'The police raided bar 1.',
      'The police raided bar 2.',
      'The police raided bar 3.',
    ]);
  });

  it('comes into sight when something is found in it', async () => {
    await open();
    await userEvent.keyboard('{Control>}f{/Control}');
    await userEvent.keyboard('part 3{Enter}');
    await expect.element(switchTo('Hide')).toBeVisible();
    await expect.poll(() => heightOf('Annual report, part 3')).toBeGreaterThan(10);
  });

  it('has no switch where there is none of it', async () => {
    await open(plain);
    await expect.element(switchTo('Show')).not.toBeInTheDocument();
  });
});
