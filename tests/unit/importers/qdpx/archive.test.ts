import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openArchive, type Archive } from '../../../../src-renderer/importers/archive/archive';
import { usualLimits } from '../../../../src-renderer/importers/archive/limits';
import { memoryFile } from '../../../fixtures/refi/memory-file';

const opened = async (bytes: Uint8Array): Promise<Archive> => {
  const result = await openArchive(memoryFile(bytes));
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};
const refusal = async (bytes: Uint8Array, limits = usualLimits) => {
  const result = await openArchive(memoryFile(bytes), limits);
  return result.ok ? 'opened' : result.error.kind;
};
const zip = (members: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])));

/** Replaces every occurrence of an ASCII string by another of the same length. */
function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const out = bytes.slice();
  const needle = strToU8(from);
  for (let at = 0; at + needle.length <= out.length; at++)
    if (needle.every((byte, i) => out[at + i] === byte)) out.set(strToU8(to), at);
  return out;
}

describe('an archive', () => {
  test('gives its members, found without regard to case', async () => {
    const archive = await opened(zip({ 'Project.qde': '<x/>', 'Sources/Ä.txt': 'ä '.repeat(999), 'a/': '' }));
    expect(archive.names).toEqual(['Project.qde', 'Sources/Ä.txt']);
    expect(archive.size('project.QDE')).toBe(4);
    expect(archive.has('sources/nothing.txt')).toBe(false);
    expect(new TextDecoder().decode(await archive.bytes('sources/ä.TXT'))).toBe('ä '.repeat(999));
  });

  test('is refused when it is none, or cut off', async () => {
    const bytes = zip({ 'project.qde': 'x'.repeat(5000) });
    expect(await refusal(new Uint8Array())).toBe('not-a-zip');
    expect(await refusal(strToU8('%PDF-1.7 …'))).toBe('not-a-zip');
    for (const length of [4, 40, bytes.length - 30, bytes.length - 5])
      expect(await refusal(bytes.subarray(0, length))).toBe('truncated');
  });

  test.each(['../x.txt', 'a/../../x.txt', '/etc/passwd', 'C:/x.txt', 'a\\..\\x.txt', 'a//b', './x'])(
    'is refused with a member named %s',
    async (name) => expect(await refusal(zip({ 'project.qde': '', [name]: '' }))).toBe('unsafe-name'),
  );

  test('is refused with members of one name, capitals apart', async () => {
    expect(await refusal(zip({ 'project.qde': '1', 'Project.QDE': '2' }))).toBe('duplicate-name');
    expect(await refusal(patched(zip({ 'a.txt': '1', 'b.txt': '2' }), 'b.txt', 'a.txt'))).toBe(
      'duplicate-name',
    );
  });

  test('is refused with more members than a project has', async () => {
    const limits = { ...usualLimits, members: 10 };
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`m${i}`, '']));
    expect(await refusal(zip(many), limits)).toBe('too-many-members');
  });

  test('is refused as a bomb by what its members declare, one by one and together', async () => {
    const limits = { ...usualLimits, harmlessBytes: 100_000 };
    expect(await refusal(zip({ a: '0'.repeat(200_000) }), limits)).toBe('bomb');
    const shares = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`m${i}`, '0'.repeat(90_000)]));
    expect(await refusal(zip(shares), limits)).toBe('bomb');
  });

  test('is refused when a member is under a password', async () => {
    const bytes = zip({ 'project.qde': 'x' });
    // Bit 0 of the flags, in the directory entry.
    const at = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1);
    bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
    expect(await refusal(bytes)).toBe('encrypted');
  });

  test('does not hand out a member that declares less than it holds, or is damaged', async () => {
    const text = 'abcdefghij'.repeat(2000);
    const bytes = zip({ 'project.qde': text });
    const lying = bytes.slice();
    const at = lying.findIndex((_, i) => lying[i] === 0x50 && lying[i + 1] === 0x4b && lying[i + 2] === 1);
    new DataView(lying.buffer).setUint32(at + 24, 100, true);
    await expect((await opened(lying)).bytes('project.qde')).rejects.toMatchObject({
      failure: { kind: 'damaged' },
    });
    const broken = bytes.slice();
    broken[45] = (broken[45] ?? 0) ^ 0x10;
    await expect((await opened(broken)).bytes('project.qde')).rejects.toMatchObject({
      failure: { kind: 'damaged' },
    });
  });

  test('stops unpacking when asked to', async () => {
    const archive = await opened(zip({ a: 'x' }));
    const stop = new AbortController();
    stop.abort();
    await expect(archive.bytes('a', stop.signal)).rejects.toThrow();
  });
});
