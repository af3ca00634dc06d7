import { expect, it } from 'vitest';
import { writeQdpx } from '../../../src-renderer/exporters/qdpx';
import { openArchive } from '../../../src-renderer/importers/archive/archive';
import { readOwnContent, readOwnManifest } from '../../../src-renderer/importers/qdpx/own';
import { generateExchangeProject } from '../../generator/exchange-project';

it('writes a project in Chromium and reads it back as it was', async () => {
  const before = generateExchangeProject({ seed: 3 });
  const written = await writeQdpx(
    {
      state: before.state,
      text: (id) => Promise.resolve(before.texts.get(id)),
      file: (id) => Promise.resolve(before.files.get(id)),
      log: async function* () {
        yield* before.log;
      },
    },
    { target: 'default', origin: 'Parallax 0.1.0' },
  );
  if (!written.ok) throw new Error(written.error.kind);
  const { blob } = written.value;
  const archive = await openArchive({
    name: 'project.qdpx',
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  });
  if (!archive.ok) throw new Error(archive.error.kind);
  const manifest = await readOwnManifest(archive.value);
  if (!manifest.ok || !manifest.value) throw new Error('there is no manifest');
  const after = await readOwnContent(archive.value, manifest.value);
  if (!after.ok) throw new Error(JSON.stringify(after.error));
  expect(after.value.state).toEqual(before.state);
  expect(after.value.log).toEqual(before.log);
});
