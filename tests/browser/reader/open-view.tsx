import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import codebookResource from '@resources/codebook.json';
import type { Place } from '../../../src-renderer/application/navigation';
import { codebookFromResource } from '../../../src-renderer/domain/codebook/default';
import type { Change } from '../../../src-renderer/domain/model/change';
import type { CodedSegment, Coder } from '../../../src-renderer/domain/model/segment';
import { makeAnchor } from '../../../src-renderer/domain/text/anchors';
import { ReaderView } from '../../../src-renderer/features/reader';
import { makeServices, mountInProject } from '../../support/mount';
import { coder } from '../../support/project';
import { makeSource } from '../../support/source';
import { frame, layOut } from './material';

export const english = layOut([
  { kind: 'heading', level: 1, text: 'Country narrative' },
  'Police raided a bar in the capital. Courts suspended most sentences. An organized network moved recruits across the border.',
  ...Array.from(
    { length: 60 },
    (_, i) => `Paragraph ${i} says that the ministry drafted a plan against trafficking.`,
  ),
]);
export const japanese = layOut(['人身取引は重大な人権侵害である。警察は捜査を強化した。']);

const other: Coder = { id: 'coder-b', name: 'Bo Lee', initials: 'BL', color: '#A5574A' };

const codebook = codebookFromResource(codebookResource);
if (!codebook.ok) throw new Error('the default codebook is sound');
export const { codes, families } = codebook.value;
export const codeOf = (key: string) => codes.find((code) => code.key === key)!.id;

export const makeSegment = (
  id: string,
  words: string,
  keys: readonly string[],
  more: Partial<CodedSegment> = {},
): CodedSegment => {
  const start = english.text.indexOf(words);
  const end = start + words.length;
  return {
    id,
    sourceId: 'us',
    start,
    end,
    ...makeAnchor(english.text, { start, end }),
    coderId: coder.id,
    tags: keys.map(codeOf),
    certainty: 'certain',
    stance: 'asserts',
    memoId: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    modifiedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
};

const added = <T extends Change['table']>(table: T, row: { readonly id: string }): Change =>
  ({ table, id: row.id, before: null, after: row }) as Change;

/** The reader in a project of an English and a Japanese source, with the default codebook and two coders. */
export async function openView(
  segments: readonly CodedSegment[] = [],
  place: Place = { view: 'reader', sourceId: 'us' },
) {
  await page.viewport(1280, 800);
  const sources = [
    {
      source: makeSource({
        id: 'us',
        title: 'US report',
        country: 'US',
        date: '2015',
        ...sizes(english.text),
      }),
      ...english,
    },
    {
      source: makeSource({
        id: 'jp',
        title: '行動計画',
        country: 'JP',
        language: 'ja',
        ...sizes(japanese.text),
      }),
      ...japanese,
    },
  ];
  const opened = await mountInProject(
    <ReaderView />,
    makeServices(),
    [
      added('coders', other),
      ...families.map((row) => added('families', row)),
      ...codes.map((row) => added('codes', row)),
      ...sources.map(({ source }) => added('sources', source)),
      ...segments.map((row) => added('segments', row)),
    ],
    {
      place,
      contents: sources.map(({ source, text, blocks }) => ({
        text: { sourceId: source.id, text, blocks },
        file: { sourceId: source.id, name: source.fileName, bytes: new Uint8Array() },
      })),
    },
  );
  await settled();
  // The mouse may still be over a button of the test before, whose tooltip would take Escape.
  await userEvent.hover(page.getByRole('heading', { level: 1 }));
  return opened;
}

const sizes = (text: string) => ({ length: text.length, characters: text.length });

/** The text is there, in its own face. */
export async function settled(): Promise<void> {
  await expect.poll(() => document.querySelector('[role=document][aria-busy=false]')).not.toBeNull();
  await document.fonts.ready;
  await frame();
  await frame();
}
