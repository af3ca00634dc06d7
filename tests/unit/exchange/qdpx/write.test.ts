import { describe, expect, it } from 'vitest';
import { writeQdpx } from '../../../../src-renderer/exporters/qdpx';
import { generateExchangeProject } from '../../../generator/exchange-project';
import { exported, opened, readerOf } from '../../../support/exchange';

const project = generateExchangeProject({ seed: 9, sources: 6 });
const options = { target: 'default', origin: 'Parallax 0.1.0' } as const;

describe('writing a project', () => {
  it('says how far it is, and ends at all of it', async () => {
    const seen: (readonly [number, number])[] = [];
    await exported(project, { onProgress: (done, total) => seen.push([done, total]) });
    const total = seen[0]![1];
    expect(seen.map(([done]) => done)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
  });

  it('stops when it is cancelled, before and midway', async () => {
    const before = AbortSignal.abort();
    expect(await writeQdpx(readerOf(project), { ...options, signal: before })).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    const midway = new AbortController();
    let asked = 0;
    const reader = readerOf(project);
    const result = await writeQdpx(
      { ...reader, text: (id) => (++asked === 3 && midway.abort(), reader.text(id)) },
      { ...options, signal: midway.signal },
    );
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(asked).toBe(3);
  });

  it('holds one source at a time', async () => {
    let open = 0;
    let most = 0;
    const reader = readerOf(project);
    await writeQdpx(
      {
        ...reader,
        text: async (id) => {
          most = Math.max(most, ++open);
          const body = await reader.text(id);
          open--;
          return body;
        },
      },
      options,
    );
    expect(most).toBe(1);
  });

  it('names the source whose text is not there', async () => {
    const [source] = project.state.sources.values();
    const result = await writeQdpx({ ...readerOf(project), text: () => Promise.resolve(undefined) }, options);
    expect(result).toEqual({ ok: false, error: { kind: 'text-missing', name: source!.title } });
  });

  it('writes every file that is named, and no file twice', async () => {
    const archive = await opened((await exported(project)).blob);
    const xml = new TextDecoder().decode(await archive.bytes('project.qde'));
    const named = [...xml.matchAll(/internal:\/\/([^"]*)"/g)].map(([, name]) => `sources/${name}`);
    expect([...named].sort()).toEqual(archive.names.filter((name) => name.startsWith('sources/')).sort());
  });

  it('says what is lost, what only Parallax reads, and nothing of what the project does not have', async () => {
    const { report } = await exported(project, { target: 'qualcoder' });
    const keys = [...report.losses, ...report.onlyParallax].map(({ key }) => key);
    expect(keys).toContain('loss.target.note-references');
    expect(keys).toContain('only-parallax.history');
    expect(new Set(keys).size).toBe(keys.length);
    for (const { params } of [...report.losses, ...report.onlyParallax])
      expect(params['count']).toBeGreaterThan(0);
  });

  it('writes a PDF without its file as a text', async () => {
    const [pdf] = [...project.state.sources.values()].filter(({ format }) => format === 'pdf');
    expect(pdf).toBeDefined();
    const { blob, report } = await exported({ ...project, files: new Map() });
    const archive = await opened(blob);
    expect(archive.has(`sources/${pdf!.id.toUpperCase()}.txt`)).toBe(true);
    expect(report.losses.map(({ key }) => key)).toContain('loss.pdf-without-file');
  });
});
