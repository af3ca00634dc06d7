import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProjectSession } from '../../../src-renderer/application/session';
import { ReaderView } from '../../../src-renderer/features/reader';
import { makeServices, mountInProject, unmount } from '../../support/mount';
import { frame } from './material';
import { codeOf, english, japanese, makeSegment, openView, settled } from './open-view';

afterEach(() => {
  unmount();
  delete document.documentElement.dataset['theme'];
});

const segmentsOf = (session: ProjectSession) => [...session.state.segments.values()];
const keysOf = (session: ProjectSession, id: string) =>
  session.state.segments.get(id)?.tags.map((tag) => session.state.codes.get(tag)?.key);
const inspector = () => page.getByRole('complementary', { name: 'What is selected' });
/** The reading view: the window itself is a document as well. */
const text = () => page.elementLocator(document.querySelector('[role=document]')!);

/** Selects by keyboard: to the beginning of the text, down into the first paragraph, the sentence there. */
async function selectFirstSentence(): Promise<void> {
  (text().element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}s');
  await expect.element(inspector().getByText('Police raided a bar in the capital.')).toBeVisible();
}

describe('opening', () => {
  it('says how to begin in an empty project', async () => {
    const { navigation } = await mountInProject(<ReaderView />, makeServices(), [], {
      place: { view: 'reader' },
    });
    await page.getByRole('button', { name: 'Open the library' }).click();
    expect(navigation.place).toEqual({ view: 'library' });
  });

  it('takes the first source when none is asked for', async () => {
    const { navigation } = await openView([], { view: 'reader' });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('行動計画');
    expect(navigation.place).toMatchObject({ view: 'reader', sourceId: 'jp' });
  });

  it('goes to the passage of a link and selects it', async () => {
    const segment = makeSegment('far', 'Paragraph 50 says', ['M3']);
    await openView([segment], { view: 'reader', sourceId: 'us', segmentId: 'far' });
    await expect.element(inspector().getByText('Paragraph 50 says')).toBeVisible();
    await expect.element(text().getByText(/^Paragraph 50 says/)).toBeInViewport();
  });

  it('comes back to where it was left, from another source and through the history', async () => {
    const { navigation } = await openView();
    const scroller = text().element();
    scroller.scrollTop = 1500;
    await expect.poll(() => 'position' in navigation.place && navigation.place.position).toBeGreaterThan(500);
    const left = navigation.place;
    await page.getByRole('button', { name: /行動計画/ }).click();
    await expect.element(text().getByText(/人身取引/)).toBeVisible();
    await settled();
    await page.getByRole('button', { name: /US report/ }).click();
    await expect.poll(() => text().element().scrollTop).toBeGreaterThan(1400);
    navigation.back();
    navigation.back();
    await settled();
    await expect.poll(() => Math.abs(text().element().scrollTop - 1500)).toBeLessThan(40);
    expect(navigation.place).toMatchObject({ sourceId: 'us' });
    expect(left).toMatchObject({ sourceId: 'us' });
  });

  it('keeps what was selected a moment before the source was left', async () => {
    const { navigation } = await openView();
    await selectFirstSentence();
    await settled();
    await userEvent.keyboard('3');
    navigation.go({ view: 'reader', sourceId: 'jp' });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('行動計画');
    navigation.back();
    await expect.element(inspector().getByText('Coded segment')).toBeVisible();
  });

  it('keeps the open source in sight in a list that is longer than its room', async () => {
    const { navigation } = await openView([], { view: 'reader', sourceId: 'jp' });
    await page.viewport(1280, 400);
    navigation.go({ view: 'reader', sourceId: 'us' });
    await settled();
    await expect.element(page.getByRole('button', { name: /US report/ })).toBeInViewport({ ratio: 1 });
  });

  it('finds a source in the list by its title', async () => {
    await openView();
    await page.getByRole('searchbox', { name: 'Search sources' }).fill('行動');
    await expect.element(page.getByRole('button', { name: /US report/ })).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: /行動計画/ })).toBeVisible();
  });
});

describe('coding by keyboard', () => {
  it('codes the sentence at the caret and keeps the segment for further codes', async () => {
    const { session } = await openView();
    await selectFirstSentence();
    await userEvent.keyboard('3');
    const [made] = segmentsOf(session);
    expect(made).toMatchObject({
      quote: 'Police raided a bar in the capital.',
      tags: [codeOf('M3')],
      coderId: 'coder-a',
    });
    await expect.element(inspector().getByText('Coded segment')).toBeVisible();
    await userEvent.keyboard('/');
    await userEvent.keyboard('警察');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => keysOf(session, made!.id)).toEqual(['M3', 'A2']);
    await userEvent.keyboard('3');
    expect(keysOf(session, made!.id)).toEqual(['A2']);
    await session.undo();
    await session.undo();
    await session.undo();
    expect(segmentsOf(session)).toEqual([]);
    await expect.element(inspector().getByText('Selected passage')).toBeVisible();
    await userEvent.keyboard('4');
    expect(segmentsOf(session)).toMatchObject([{ tags: [codeOf('M4')] }]);
  });

  it('codes on and on from the palette with Shift+Enter', async () => {
    const { session } = await openView();
    await selectFirstSentence();
    await userEvent.keyboard('c');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('organized{Shift>}{Enter}{/Shift}');
    await page.getByRole('combobox').fill('police');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => segmentsOf(session).length).toBe(1);
    expect(keysOf(session, segmentsOf(session)[0]!.id)).toEqual(['M3', 'A2']);
  });

  it('repeats the last codes on another passage', async () => {
    const { session } = await openView();
    await selectFirstSentence();
    await userEvent.keyboard('32');
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}r');
    expect(segmentsOf(session).map(({ quote }) => quote)).toContain('Courts suspended most sentences.');
    expect(segmentsOf(session).every(({ tags }) => tags.length === 2)).toBe(true);
  });

  it('says what is missing when nothing is selected', async () => {
    const { session } = await openView();
    let refused = '';
    session.onRefusal(({ kind }) => (refused = kind));
    await userEvent.keyboard('3');
    expect(refused).toBe('range-empty');
    expect(segmentsOf(session)).toEqual([]);
  });

  it('marks as unsure, changes the stance, moves the ends, and removes with a way back', async () => {
    const { session } = await openView([makeSegment('one', 'raided a bar', ['M3'])]);
    (text().element() as HTMLElement).focus();
    await userEvent.keyboard('n');
    await userEvent.keyboard('uqq');
    expect(session.state.segments.get('one')).toMatchObject({ certainty: 'unsure', stance: 'rejects' });
    await userEvent.keyboard(']{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    expect(session.state.segments.get('one')!.quote).toBe('raided a bar in the');
    await userEvent.keyboard('[[[[');
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}{/Control}');
    expect(session.state.segments.get('one')!.quote).toBe('Police raided a bar');
    await userEvent.keyboard('{Delete}');
    expect(segmentsOf(session)).toEqual([]);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => session.state.segments.get('one')?.quote).toBe('Police raided a bar');
  });

  it('goes from segment to segment and merges two', async () => {
    const { session } = await openView([
      makeSegment('one', 'Police raided', ['M3']),
      makeSegment('two', 'a bar', ['A2']),
    ]);
    (text().element() as HTMLElement).focus();
    await userEvent.keyboard('n');
    await expect.element(inspector().getByText('Police raided')).toBeVisible();
    await userEvent.keyboard('n');
    await expect.element(inspector().getByText('a bar')).toBeVisible();
    await userEvent.keyboard('{Shift>}n{/Shift}');
    await expect.element(inspector().getByText('Police raided')).toBeVisible();
    const at = text().getByText(/^Police raided/);
    await at.click({ position: { x: 132, y: 24 }, modifiers: ['Control'] });
    await expect.element(inspector().getByText('2 segments')).toBeVisible();
    await userEvent.keyboard('j');
    expect(segmentsOf(session)).toMatchObject([
      { quote: 'Police raided a bar', tags: [codeOf('M3'), codeOf('A2')] },
    ]);
  });

  it('works in Japanese', async () => {
    const { session } = await openView([], { view: 'reader', sourceId: 'jp' });
    (text().element() as HTMLElement).focus();
    await userEvent.keyboard('{Control>}{Home}{/Control}s4');
    expect(segmentsOf(session)).toMatchObject([{ quote: '人身取引は重大な人権侵害である。' }]);
    expect(segmentsOf(session)[0]!.characters).toBe(japanese.text.indexOf('警'));
  });
});

describe('other coders', () => {
  it('are shown and left as they are', async () => {
    const { session } = await openView([
      makeSegment('theirs', 'raided a bar', ['M3'], { coderId: 'coder-b' }),
    ]);
    (text().element() as HTMLElement).focus();
    await userEvent.keyboard('n');
    await expect.element(inspector().getByText(/Bo Lee coded this/)).toBeVisible();
    await expect.element(inspector().getByRole('button', { name: /Remove/ })).not.toBeInTheDocument();
    const before = session.state.segments.get('theirs');
    await userEvent.keyboard('1u]{Delete}m');
    expect(session.state.segments.get('theirs')).toBe(before);
    await expect.element(page.getByText(/Select the text to code it yourself/).first()).toBeVisible();
  });
});

describe('memos', () => {
  it('are written beside the text and kept when one leaves', async () => {
    const { session } = await openView([makeSegment('one', 'raided a bar', ['M3'])]);
    (text().element() as HTMLElement).focus();
    await userEvent.keyboard('nm');
    const editor = inspector().getByRole('textbox', { name: 'Memo' });
    await expect.element(editor).toHaveFocus();
    await userEvent.keyboard('Why 3 here?');
    await userEvent.keyboard('{Escape}');
    await expect.element(text()).toHaveFocus();
    expect([...session.state.memos.values()]).toMatchObject([
      { plainText: 'Why 3 here?', target: { table: 'segments', id: 'one' } },
    ]);
    await expect.element(inspector().getByText('Why 3 here?')).toBeVisible();
    await session.undo();
    await expect.element(inspector().getByText('Why 3 here?')).not.toBeInTheDocument();
  });

  it('are kept when another segment is selected in the middle of a word', async () => {
    const { session } = await openView([
      makeSegment('one', 'raided a bar', ['M3']),
      makeSegment('two', 'Courts', ['M2']),
    ]);
    (text().element() as HTMLElement).focus();
    await userEvent.keyboard('nm');
    await expect.element(inspector().getByRole('textbox', { name: 'Memo' })).toHaveFocus();
    await userEvent.keyboard('half a tho');
    await page.getByRole('button', { name: 'Next segment' }).click();
    await expect.element(inspector().getByText('Courts')).toBeVisible();
    expect([...session.state.memos.values()].map(({ plainText }) => plainText)).toEqual(['half a tho']);
  });
});

describe('finding', () => {
  it('counts, goes on, and leaves the hit selected for coding', async () => {
    const { session } = await openView();
    await userEvent.keyboard('{Control>}f{/Control}');
    await expect.element(page.getByRole('searchbox', { name: 'Find in this source' })).toHaveFocus();
    await userEvent.keyboard('TRAFFICKING');
    await expect.element(page.getByText('1 of 60')).toBeVisible();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(page.getByText('3 of 60')).toBeVisible();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}{Escape}');
    await expect.element(text()).toHaveFocus();
    await userEvent.keyboard('3');
    expect(segmentsOf(session)).toMatchObject([{ quote: 'trafficking' }]);
    expect(
      [...CSS.highlights.keys()].filter(
        (name) => name.includes('find') && CSS.highlights.get(name)!.size > 0,
      ),
    ).toEqual([]);
  });
});

describe('the list of codes', () => {
  it('codes the selection at a click, counts, and gives the text the focus again', async () => {
    const { session } = await openView();
    await selectFirstSentence();
    const code = page.getByRole('button', { name: /^Organized crime/ }).first();
    await code.click();
    expect(segmentsOf(session)).toMatchObject([{ tags: [codeOf('M3')] }]);
    await expect.element(code).toHaveAttribute('aria-pressed', 'true');
    await expect.element(code).toHaveTextContent('1');
    await expect.element(text()).toHaveFocus();
  });

  it('lets a code be dragged onto the selection, and onto a segment', async () => {
    const { session } = await openView([makeSegment('one', 'Courts suspended', ['M3'])]);
    await selectFirstSentence();
    const drop = async (words: string, key: string) => {
      const data = new DataTransfer();
      const node = (
        text()
          .getByText(/^Police raided/)
          .element() as HTMLElement
      ).firstChild as Text;
      const range = document.createRange();
      const at = node.data.indexOf(words);
      range.setStart(node, at + 1);
      range.setEnd(node, at + 2);
      const box = range.getBoundingClientRect();
      const send = (type: string, target: Element) =>
        target.dispatchEvent(
          new DragEvent(type, {
            dataTransfer: data,
            clientX: box.left + 1,
            clientY: (box.top + box.bottom) / 2,
            bubbles: true,
            cancelable: true,
          }),
        );
      const label = { M4: /^Human rights abuse/, A2: /^Police/ }[key]!;
      send('dragstart', page.getByRole('button', { name: label }).first().element());
      const accepted = !send('dragover', node.parentElement!);
      send('drop', node.parentElement!);
      await frame();
      return accepted;
    };
    expect(await drop('raided', 'M4')).toBe(true);
    expect(segmentsOf(session).map(({ quote }) => quote)).toContain('Police raided a bar in the capital.');
    expect(await drop('suspended', 'A2')).toBe(true);
    expect(keysOf(session, 'one')).toEqual(['M3', 'A2']);
  });
});

// The accessibility rules are held to by the whole window in tests/e2e/path/accessibility.test.ts.
describe('for everybody', () => {
  it('says in words what the stripes show and what is selected', async () => {
    await openView([
      makeSegment('one', 'raided a bar', ['A2', 'M3']),
      makeSegment('two', 'a bar in', ['M4']),
    ]);
    const list = page.getByRole('toolbar', { name: 'Coded segments on the screen' });
    await expect
      .element(list.getByRole('button').first())
      .toHaveAccessibleName(
        'Organized crime, Police, border and coast guard; coder Ana Kim; overlaps 1 other; “raided a bar”',
      );
    await selectFirstSentence();
    await expect
      .element(page.getByText('Selected, 35 characters: Police raided a bar in the capital.'))
      .toBeInTheDocument();
    expect(english.text).toContain('Police raided a bar in the capital.');
  });
});
