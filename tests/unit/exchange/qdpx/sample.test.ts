import { expect, it } from 'vitest';
import type { ProjectContent } from '../../../../src-renderer/domain/exchange/project-content';
import { readOwnContent, readOwnManifest } from '../../../../src-renderer/importers/qdpx/own';
import { exported, opened, textIn, violations } from '../../../support/exchange';
import { openSample, valueOf } from '../../sample/open-sample';

it('the sample goes out valid and comes back as it was', async () => {
  const { project, state } = await openSample();
  const content: ProjectContent = {
    state,
    texts: new Map(project.contents.map(({ text }) => [text.sourceId, text])),
    files: new Map(project.contents.map(({ file }) => [file.sourceId, file])),
    log: [],
  };
  const { blob } = await exported(content);
  const archive = await opened(blob);
  expect(await violations(await textIn(archive, 'project.qde'))).toEqual([]);
  const manifest = valueOf(await readOwnManifest(archive));
  const after = valueOf(await readOwnContent(archive, manifest!));
  // Undo counts from where a project is opened.
  expect({ ...after.state, revision: state.revision }).toEqual(state);
  expect(after.texts).toEqual(content.texts);
  expect(after.files).toEqual(content.files);
});
