import { expect, it } from 'vitest';
import { fileMember } from '../../../../src-renderer/domain/exchange/own/members';
import type { ProjectContent } from '../../../../src-renderer/domain/exchange/project-content';
import { readOwnContent, readOwnManifest } from '../../../../src-renderer/importers/qdpx/own';
import { exported, opened } from '../../../support/exchange';
import { openSample, valueOf } from '../../sample/open-sample';

it('a file that articles share is in the project file once, and comes back as one', async () => {
  const { project, state } = await openSample();
  const articles = [...state.sources.values()].slice(0, 3);
  const bytes = new TextEncoder().encode('A whole bundle of articles, which none of them is.');
  const sources = new Map(state.sources);
  const files = new Map(project.contents.map(({ file }) => [file.sourceId, file]));
  for (const source of articles) {
    sources.set(source.id, { ...source, hash: 'b'.repeat(64), fileName: 'bundle.txt', bytes: bytes.length });
    files.set(source.id, { sourceId: source.id, name: 'bundle.txt', bytes });
  }
  const content: ProjectContent = {
    state: { ...state, sources },
    texts: new Map(project.contents.map(({ text }) => [text.sourceId, text])),
    files,
    log: [],
  };
  const archive = await opened((await exported(content)).blob);
  expect(articles.map(({ id }) => archive.has(fileMember(id)))).toEqual([true, false, false]);
  const after = valueOf(await readOwnContent(archive, valueOf(await readOwnManifest(archive))!));
  expect(after.files).toEqual(files);
  const [first, second, third] = articles.map(({ id }) => after.files.get(id)?.bytes);
  expect(second).toBe(first);
  expect(third).toBe(first);
});
