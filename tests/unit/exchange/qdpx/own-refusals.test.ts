import { describe, expect, it } from 'vitest';
import {
  readOwnContent,
  readOwnManifest,
  type OwnFailure,
} from '../../../../src-renderer/importers/qdpx/own';
import { ArchiveError } from '../../../../src-renderer/importers/archive/failure';
import { generateExchangeProject } from '../../../generator/exchange-project';
import { exported, opened } from '../../../support/exchange';

type Members = Map<string, Uint8Array>;

const project = generateExchangeProject({ seed: 6, sources: 4, segments: 10 });
const written: Promise<Members> = (async () => {
  const archive = await opened((await exported(project)).blob);
  const members: Members = new Map();
  for (const name of archive.names) members.set(name, await archive.bytes(name));
  return members;
})();

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Reads the project after something was done to its members. */
async function readAfter(harm: (members: Members) => void): Promise<OwnFailure | 'read' | 'foreign'> {
  const members = new Map(await written);
  harm(members);
  const archive = {
    has: (name: string) => members.has(name),
    bytes: (name: string) => Promise.resolve(members.get(name)!),
  };
  const manifest = await readOwnManifest(archive);
  if (!manifest.ok) return manifest.error;
  if (!manifest.value) return 'foreign';
  const content = await readOwnContent(archive, manifest.value);
  return content.ok ? 'read' : content.error;
}

/** Changes the first line of a member as JSON. */
const edit =
  (member: string, change: (row: Record<string, never>) => unknown) =>
  (members: Members): void => {
    const [first = '', ...lines] = decode(members.get(member)).split('\n');
    members.set(member, encode([JSON.stringify(change(JSON.parse(first))), ...lines].join('\n')));
  };
const put = (member: string, fields: Record<string, unknown>) =>
  edit(member, (row) => ({ ...(row as object), ...fields }));

const nowhere = '00000000-0000-4000-8000-000000000000';
const firstText = (members: Members) =>
  (JSON.parse(decode(members.get('parallax/blocks.jsonl')).split('\n')[0]!) as { member: string }).member;

describe('our own members', () => {
  it('are read when nothing was done to them', async () => {
    expect(await readAfter(() => {})).toBe('read');
  });

  it('are not looked for where there is no manifest', async () => {
    expect(await readAfter((members) => members.delete('parallax/manifest.json'))).toBe('foreign');
  });

  it('are left alone when a newer Parallax wrote them', async () => {
    const newer = (members: Members) =>
      void members.set('parallax/manifest.json', encode('{"format":"parallax-project","version":2,"new":1}'));
    expect(await readAfter(newer)).toEqual({ kind: 'newer', found: 2, supported: 1 });
  });

  const harms: readonly (readonly [string, (members: Members) => void])[] = [
    ['a manifest that is no JSON', (m) => void m.set('parallax/manifest.json', encode('{'))],
    [
      'a manifest without a hash',
      (m) =>
        void m.set(
          'parallax/manifest.json',
          encode('{"format":"parallax-project","version":1,"application":"","lines":{}}'),
        ),
    ],
    ['a table that is gone', (m) => void m.delete('parallax/segments.jsonl')],
    [
      'a table that is cut off',
      (m) => void m.set('parallax/segments.jsonl', m.get('parallax/segments.jsonl')!.subarray(0, -20)),
    ],
    [
      'a line that is gone',
      (m) =>
        void m.set(
          'parallax/codes.jsonl',
          encode(decode(m.get('parallax/codes.jsonl')).replace(/^.*\n/, '')),
        ),
    ],
    [
      'a row twice',
      (m) => {
        const [a, , ...rest] = decode(m.get('parallax/codes.jsonl')).split('\n');
        m.set('parallax/codes.jsonl', encode([a, a, ...rest].join('\n')));
      },
    ],
    ['half a character', (m) => void m.set('parallax/coders.jsonl', new Uint8Array([0xf0, 0x9f, 10]))],
    ['a tag that is no code', put('parallax/segments.jsonl', { tags: [nowhere] })],
    ['a segment without codes', put('parallax/segments.jsonl', { tags: [] })],
    ['a coder who is not there', put('parallax/segments.jsonl', { coderId: nowhere })],
    ['a source that is not there', put('parallax/segments.jsonl', { sourceId: nowhere })],
    ['an id that is none', put('parallax/segments.jsonl', { id: '../../etc/passwd' })],
    ['positions outside the text', put('parallax/segments.jsonl', { start: 5, end: 99_999_999 })],
    ['positions reversed', put('parallax/segments.jsonl', { start: 9, end: 3 })],
    ['positions that are no whole numbers', put('parallax/segments.jsonl', { start: 0.5 })],
    ['a segment off its words', put('parallax/segments.jsonl', { quote: 'something else' })],
    ['a field that nobody knows', put('parallax/segments.jsonl', { onload: 'x' })],
    ['a field that is missing', edit('parallax/codes.jsonl', ({ color: _, ...row }) => row)],
    ['a colour that is none', put('parallax/codes.jsonl', { color: 'url(x)' })],
    [
      'a code below itself',
      edit('parallax/codes.jsonl', (row) => ({ ...(row as object), parentId: row['id'] })),
    ],
    ['a code of a family that is not there', put('parallax/codes.jsonl', { familyId: nowhere })],
    ['a language that is none', put('parallax/sources.jsonl', { language: 'not a language' })],
    ['an address that would run', put('parallax/sources.jsonl', { url: 'javascript:alert(1)' })],
    ['a date that is none', put('parallax/sources.jsonl', { date: '2009-02-31' })],
    ['a moment that is none', put('parallax/sources.jsonl', { modifiedAt: 'yesterday' })],
    [
      'a value of a variable that is not there',
      put('parallax/sources.jsonl', { variables: { [nowhere]: 1 } }),
    ],
    ['a text of another length', (m) => void m.set(firstText(m), encode('short'))],
    [
      'a text with carriage returns',
      (m) => void m.set(firstText(m), encode(decode(m.get(firstText(m))).replace(/[^\n]/, '\r'))),
    ],
    ['a text that is gone', (m) => void m.delete(firstText(m))],
    [
      'blocks that overlap',
      edit('parallax/blocks.jsonl', (row) => ({
        ...(row as object),
        blocks: [
          [0, 5, 'paragraph', 0],
          [2, 6, 'paragraph', 0],
        ],
      })),
    ],
    [
      'blocks of an unknown kind',
      edit('parallax/blocks.jsonl', (row) => ({ ...(row as object), blocks: [[0, 5, 'script', 0]] })),
    ],
    ['a current coder who is not there', put('parallax/project.jsonl', { currentCoderId: nowhere })],
    [
      'a memo on something that is not there',
      put('parallax/memos.jsonl', { target: { table: 'codes', id: nowhere } }),
    ],
    [
      'a history by a coder who never was',
      edit('parallax/history.jsonl', (row) => ({ ...(row as object), coderId: nowhere })),
    ],
    [
      'a history whose rows point at what never was',
      (m) => {
        const [coder] = project.state.coders.keys();
        m.set(
          'parallax/history.jsonl',
          encode(
            decode(m.get('parallax/history.jsonl')).replaceAll(
              `"coderId":"${coder}","tags"`,
              `"coderId":"${nowhere}","tags"`,
            ),
          ),
        );
      },
    ],
    [
      'a history that undoes what was not done',
      edit('parallax/history.jsonl', (row) => ({ ...(row as object), kind: 'undo', target: nowhere })),
    ],
    [
      'a file that is gone',
      (m) => {
        const { member } = JSON.parse(decode(m.get('parallax/files.jsonl')).split('\n')[0]!) as {
          member: string;
        };
        m.delete(member);
      },
    ],
  ];

  it.each(harms)('are refused with %s', async (_, harm) => {
    expect(await readAfter(harm)).toMatchObject({ kind: 'malformed', where: expect.stringMatching(/./) });
  });

  it('are refused, with the member named, when one of them is damaged', async () => {
    const members = await written;
    const manifest = await readOwnManifest({
      has: (name) => members.has(name),
      bytes: () => Promise.reject(new ArchiveError('damaged', 'parallax/manifest.json')),
    });
    expect(manifest).toMatchObject({ ok: false, error: { where: 'parallax/manifest.json' } });
  });
});
