import { beforeEach, describe, expect, it } from 'vitest';
import { importFiles, type ImportOptions } from '../../../src-renderer/application/import/import-files';
import type { ImportProgress } from '../../../src-renderer/application/import/import-item';
import type { ParserPort } from '../../../src-renderer/application/ports/parser';
import type { InputFile } from '../../../src-renderer/application/ports/platform';
import { ProjectSession } from '../../../src-renderer/application/session';
import { ok } from '../../../src-renderer/domain/model/result';
import { parsedText, readFileOf, TestParser, textFile } from '../../support/files';
import { MemoryStorage } from '../../support/memory-storage';
import { makeStamp, seedProject } from '../../support/project';

describe('importing files', () => {
  let storage: MemoryStorage;
  let session: ProjectSession;
  let parser: TestParser;

  beforeEach(async () => {
    storage = new MemoryStorage();
    parser = new TestParser();
    await seedProject(storage);
    const repository = await storage.openProject('project');
    if (!repository.ok) throw new Error(repository.error.kind);
    session = await ProjectSession.open(repository.value, makeStamp());
  });

  const run = (
    files: readonly InputFile[],
    options: Partial<ImportOptions> = {},
    port: ParserPort = parser,
  ) => importFiles(session, { parser: port }, files, { signal: new AbortController().signal, ...options });
  const states = ({ items }: ImportProgress) => items.map(({ state }) => state);
  const titles = () => [...session.state.sources.values()].map(({ title }) => title);
  const kept = () => storage.projects.get('project')!;

  it('takes many files in as one gesture, with texts and originals', async () => {
    const outcome = await run([textFile('a.txt', 'First.'), textFile('b.txt', 'Second.')]);
    expect(outcome.phase).toBe('done');
    expect(states(outcome)).toEqual(['done', 'done']);
    expect(titles()).toEqual(['a', 'b']);
    expect(kept().log.at(-1)).toMatchObject({
      kind: 'do',
      label: { key: 'add-source-many', params: { count: 2 } },
    });
    const [first] = session.state.sources.values();
    expect((await session.text(first!.id))?.text).toBe('First.');
    const file = await session.file(first!.id);
    expect(file?.name).toBe('a.txt');
    expect(new TextDecoder().decode(file?.bytes)).toBe('First.');
    await session.undo();
    expect(titles()).toEqual([]);
    expect(kept().state.sources.size).toBe(0);
    await session.redo();
    expect(titles()).toEqual(['a', 'b']);
  });

  it('says which file failed and takes the others', async () => {
    const outcome = await run([
      textFile('a.txt', 'fail:password'),
      textFile('b.txt', 'Good.'),
      textFile('c.txt', 'throw'),
    ]);
    expect(states(outcome)).toEqual(['failed', 'done', 'failed']);
    expect(outcome.items[0]).toMatchObject({ failure: { kind: 'password' } });
    expect(outcome.items[2]).toMatchObject({ failure: { kind: 'unreadable', detail: 'the worker died' } });
    expect(titles()).toEqual(['b']);
  });

  it('is no gesture when nothing could be read', async () => {
    const outcome = await run([textFile('a.txt', 'fail:empty')]);
    expect(outcome.phase).toBe('done');
    expect(kept().log).toHaveLength(1);
  });

  it('notices the same bytes in the project and in the list, whichever was read first', async () => {
    await run([textFile('known.txt', 'Known.')]);
    parser.release();
    const files = [
      textFile('slow.txt', 'wait'),
      textFile('again.txt', 'Known.'),
      textFile('twin.txt', 'wait'),
      textFile('new.txt', 'New.'),
    ];
    const outcome = await run(files);
    expect(states(outcome)).toEqual(['done', 'duplicate', 'duplicate', 'done']);
    expect(outcome.items.map((item) => item.state === 'duplicate' && item.sameAs)).toEqual([
      false,
      'known',
      'slow.txt',
      false,
    ]);
    expect(titles()).toEqual(['known', 'slow', 'new']);
    const anyway = await run([textFile('again.txt', 'Known.')], { evenIfKnown: true });
    expect(states(anyway)).toEqual(['done']);
    expect(titles()).toEqual(['known', 'slow', 'new', 'again']);
  });

  it('takes all sources of one file, which share its hash', async () => {
    const bundle: ParserPort = {
      parse: async (file) => {
        const hash = 'b'.repeat(64);
        const bytes = await file.bytes();
        return ok({
          ...readFileOf([parsedText('one', 'One.', { hash }), parsedText('two', 'Two.', { hash })]),
          bytes,
        });
      },
    };
    const outcome = await run([textFile('bundle.txt', '…'), textFile('bundle-copy.txt', '…')], {}, bundle);
    expect(states(outcome)).toEqual(['done', 'duplicate']);
    expect(titles()).toEqual(['one', 'two']);
    expect(outcome.items[0]?.state === 'done' && outcome.items[0].sourceIds).toHaveLength(2);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const abort = new AbortController();
    const files = Array.from({ length: 20 }, (_, i) => textFile(`${i}.txt`, i < 4 ? `Text ${i}.` : 'wait'));
    const seen: ImportProgress[] = [];
    const running = run(files, { signal: abort.signal, onProgress: (progress) => seen.push(progress) });
    await expect.poll(() => parser.running).toBe(4);
    abort.abort();
    const outcome = await running;
    expect(outcome.phase).toBe('cancelled');
    expect(new Set(states(outcome))).toEqual(new Set(['cancelled']));
    expect(session.state.sources.size).toBe(0);
    expect(kept().contents.size).toBe(0);
    expect(kept().log).toHaveLength(1);
    expect(seen.at(-1)).toBe(outcome);
  });

  it('leaves nothing behind when it cannot be written', async () => {
    storage.nextFailure = { kind: 'full' };
    const outcome = await run([textFile('a.txt', 'A.'), textFile('b.txt', 'fail:binary')]);
    expect(outcome).toMatchObject({ phase: 'not-kept', failure: { kind: 'full' } });
    expect(states(outcome)).toEqual(['cancelled', 'failed']);
    expect(session.state.sources.size).toBe(0);
  });

  it('reads a few files at once and goes on beside other gestures', async () => {
    const files = Array.from({ length: 30 }, (_, i) => textFile(`${i}.txt`, `Text ${i}.`));
    const importing = run(files);
    await session.run({
      label: { key: 'add-variable', params: {} },
      changes: [
        {
          table: 'variables',
          id: 'v',
          before: null,
          after: { id: 'v', name: 'V', type: 'text', description: '' },
        },
      ],
    });
    await importing;
    expect(parser.mostAtOnce).toBeLessThanOrEqual(4);
    expect(session.state.sources.size).toBe(30);
    expect(session.state.variables.size).toBe(1);
  });
});
