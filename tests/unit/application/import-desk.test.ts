import { beforeEach, describe, expect, it } from 'vitest';
import { ImportDesk, importDeskOf } from '../../../src-renderer/application/import/import-desk';
import { importedShare } from '../../../src-renderer/application/import/import-item';
import type { ParserPort } from '../../../src-renderer/application/ports/parser';
import type { InputFile } from '../../../src-renderer/application/ports/platform';
import { ProjectSession } from '../../../src-renderer/application/session';
import { fail, ok } from '../../../src-renderer/domain/model/result';
import { layOut } from '../../../src-renderer/domain/text/canonical';
import { parsedText, readFileOf, TestParser, textFile } from '../../support/files';
import { MemoryStorage } from '../../support/memory-storage';
import { makeStamp, seedProject } from '../../support/project';

describe('the import desk', () => {
  let storage: MemoryStorage;
  let session: ProjectSession;
  let parser: TestParser;
  let desk: ImportDesk;

  beforeEach(async () => {
    storage = new MemoryStorage();
    await seedProject(storage);
    const repository = await storage.openProject('project');
    if (!repository.ok) throw new Error(repository.error.kind);
    session = await ProjectSession.open(repository.value, makeStamp());
    parser = new TestParser();
    desk = importDeskOf(session, { parser });
  });

  const states = () => desk.progress?.items.map(({ state }) => state);
  const proposed = () => desk.progress?.sources ?? [];
  const titles = () => [...session.state.sources.values()].map(({ title }) => title);
  const kept = () => storage.projects.get('project')!;
  const take = async (...files: InputFile[]) => {
    await desk.start(files);
    const ids = await desk.keep();
    return ids.length;
  };
  const withParser = (parse: ParserPort['parse']) => (desk = new ImportDesk(session, { parser: { parse } }));

  it('is one for a session', () => {
    expect(importDeskOf(session, { parser })).toBe(desk);
  });

  it('shows what would come in before anything is written, and takes it in as one gesture', async () => {
    await desk.start([textFile('a.txt', 'First.'), textFile('b.txt', 'Second.')]);
    expect(desk.progress?.phase).toBe('preview');
    expect(proposed().map(({ about }) => about.title)).toEqual(['a', 'b']);
    expect(titles()).toEqual([]);
    expect(kept().log).toHaveLength(1);

    expect(await desk.keep()).toHaveLength(2);
    expect(states()).toEqual(['done', 'done']);
    expect(titles()).toEqual(['a', 'b']);
    expect(kept().log.at(-1)).toMatchObject({ kind: 'do', label: { key: 'add-source-many' } });
    const [first] = session.state.sources.values();
    expect((await session.text(first!.id))?.text).toBe('First.');
    const file = await session.file(first!.id);
    expect(file?.name).toBe('a.txt');
    expect(new TextDecoder().decode(file?.bytes)).toBe('First.');
    await session.undo();
    expect(titles()).toEqual([]);
    await session.redo();
    expect(titles()).toEqual(['a', 'b']);
  });

  it('does one import at a time and keeps its outcome until it is put away', async () => {
    const first = desk.start([textFile('a.txt', 'wait'), textFile('b.txt', 'B.')]);
    expect(desk.progress?.phase).toBe('reading');
    expect(await desk.start([textFile('c.txt', 'C.')])).toBe(false);
    desk.dismiss();
    expect(desk.progress).not.toBeNull();
    await expect.poll(() => desk.progress && importedShare(desk.progress)).toBe(0.5);
    parser.release();
    expect(await first).toBe(true);
    expect(await desk.start([textFile('c.txt', 'C.')])).toBe(false);
    desk.dismiss();
    expect(desk.progress?.phase).toBe('preview');
    await desk.keep();
    expect(desk.progress?.phase).toBe('done');
    desk.dismiss();
    expect(desk.progress).toBeNull();
  });

  it('says which file failed and takes the others', async () => {
    await take(textFile('a.txt', 'fail:password'), textFile('b.txt', 'Good.'), textFile('c.txt', 'throw'));
    expect(states()).toEqual(['failed', 'done', 'failed']);
    expect(desk.progress?.items[0]).toMatchObject({ failure: { kind: 'password' } });
    expect(desk.progress?.items[2]).toMatchObject({ failure: { kind: 'unreadable' } });
    expect(titles()).toEqual(['b']);
  });

  it('is no gesture when nothing could be read', async () => {
    expect(await take(textFile('a.txt', 'fail:empty'))).toBe(0);
    expect(desk.progress?.phase).toBe('done');
    expect(kept().log).toHaveLength(1);
  });

  it('leaves out what is there already, and takes it in when told to', async () => {
    await take(textFile('known.txt', 'Known.'));
    parser.release();
    await desk.start([
      textFile('slow.txt', 'wait'),
      textFile('again.txt', 'Known.'),
      textFile('twin.txt', 'wait'),
    ]);
    expect(proposed().map(({ isIncluded, sameAs }) => [isIncluded, sameAs])).toEqual([
      [true, null],
      [false, 'known'],
      [false, 'slow.txt'],
    ]);
    desk.include(new Set([proposed()[1]!.id]), true);
    await desk.keep();
    expect(states()).toEqual(['done', 'done', 'left-out']);
    expect(desk.progress?.items[2]).toMatchObject({ sameAs: 'slow.txt' });
    expect(titles()).toEqual(['known', 'slow', 'again']);
  });

  it('keeps what was said of the sources', async () => {
    await desk.start([textFile('a.txt', 'A.'), textFile('b.txt', 'B.')]);
    const ids = proposed().map(({ id }) => id);
    desk.describe(new Set(ids), { country: 'Japan', documentType: 'law' });
    desk.describeByNames(
      new Map([[ids[1]!, { about: { date: '2009-12' }, fields: [{ name: 'Ministry', value: 'Cabinet' }] }]]),
    );
    await desk.keep();
    expect([...session.state.sources.values()]).toMatchObject([
      { country: 'JP', documentType: 'law', date: '' },
      { country: 'JP', documentType: 'law', date: '2009-12' },
    ]);
    const [ministry] = [...session.state.variables.values()];
    expect(ministry).toMatchObject({ name: 'Ministry', type: 'text' });
    expect([...session.state.sources.values()].map(({ variables }) => variables)).toEqual([
      {},
      { [ministry!.id]: 'Cabinet' },
    ]);
  });

  it('joins and parts the articles of a file, and loses none of its text', async () => {
    const article = (name: string) =>
      parsedText(name, '', {
        ...layOut(
          [`${name} begins.`, `${name} ends.`].map((text) => ({ kind: 'paragraph', level: 0, text })),
        ),
      });
    withParser(async (file) =>
      ok({ ...readFileOf(['One', 'Two', 'Three'].map(article)), bytes: await file.bytes() }),
    );
    await desk.start([textFile('bundle.txt', '…')]);
    const [first, second] = proposed();
    desk.join(first!.id);
    expect(proposed()).toHaveLength(3);
    desk.join(second!.id);
    expect(proposed().map(({ parsed }) => parsed.text)).toEqual([
      'One begins.\n\nOne ends.\n\nTwo begins.\n\nTwo ends.',
      'Three begins.\n\nThree ends.',
    ]);
    desk.split(first!.id, 'One begins.\n\n'.length);
    expect(proposed().map(({ about }) => about.title)).toEqual(['One', 'One ends.', 'Three']);
    expect(await desk.keep()).toHaveLength(3);
  });

  it('reads a file again in another way, and keeps what was said of it', async () => {
    withParser(async (file, _, choices) =>
      choices?.password === 'open'
        ? ok({
            ...readFileOf([parsedText(file.name, choices.encoding ?? 'utf-8')]),
            bytes: await file.bytes(),
          })
        : fail({ kind: 'password', detail: '' }),
    );
    await desk.start([textFile('a.txt', '…'), textFile('b.txt', '…')]);
    expect(states()).toEqual(['failed', 'failed']);
    await desk.readAgain(1, { password: 'open' });
    await desk.readAgain(0, { password: 'open' });
    expect(proposed().map(({ fileName }) => fileName)).toEqual(['a.txt', 'b.txt']);
    desk.describe(new Set([proposed()[0]!.id]), { country: 'KR' });
    await desk.readAgain(0, { password: 'open', encoding: 'euc-kr' });
    expect(proposed()[0]).toMatchObject({ about: { country: 'KR' }, parsed: { text: 'euc-kr' } });
    await desk.readAgain(0, {});
    expect(proposed().map(({ fileName }) => fileName)).toEqual(['b.txt']);
  });

  it('keeps what was said of a file when it is read in another way, and what that way says beside', async () => {
    withParser(async (file, _signal, choices) => {
      const name = choices?.encoding ? '人身取引' : '???';
      const language = choices?.encoding ? 'ja' : '';
      const read = readFileOf([parsedText(name, choices?.encoding ?? '???', { language, outlet: name })]);
      return ok({ ...read, bytes: await file.bytes() });
    });
    await desk.start([textFile('a.txt', '…')]);
    const [id] = proposed().map((source) => source.id);
    desk.describe(new Set([id!]), { title: 'A plan', outlet: '' });
    desk.describeByNames(new Map([[id!, { about: {}, fields: [{ name: 'Ministry', value: 'MOJ' }] }]]));
    await desk.readAgain(0, { encoding: 'shift_jis' });
    expect(proposed()[0]).toMatchObject({
      about: { title: 'A plan', language: 'ja', outlet: '' },
      fields: [{ name: 'Ministry', value: 'MOJ' }],
      parsed: { text: 'shift_jis' },
    });
    desk.describe(new Set([id!]), { language: 'ja-Hira' });
    await desk.readAgain(0, {});
    expect(proposed()[0]?.about).toMatchObject({ title: 'A plan', language: 'ja-Hira', outlet: '' });
  });

  it('keeps what was said of the articles that are found again, whatever the others become', async () => {
    const article = (title: string) => parsedText(title, title);
    withParser(async (file, _signal, choices) => {
      const titles = choices?.reading === 'articles' ? ['One', 'New', 'Two'] : ['One', 'Two'];
      return ok({ ...readFileOf(titles.map(article)), bytes: await file.bytes() });
    });
    await desk.start([textFile('a.txt', '…')]);
    const [one, two] = proposed().map((source) => source.id);
    desk.describe(new Set([two!]), { title: 'Second', country: 'KR' });
    desk.include(new Set([one!]), false);
    await desk.readAgain(0, { reading: 'articles' });
    expect(proposed().map(({ about, isIncluded }) => [about.title, about.country, isIncluded])).toEqual([
      ['One', '', false],
      ['New', '', true],
      ['Second', 'KR', true],
    ]);
  });

  it('says how far the recognition of pages is, and leaves a file as it was when it is stopped', async () => {
    withParser(async (file, signal, choices, onProgress) => {
      if (choices?.recognise) {
        onProgress?.({ page: 2, of: 3 });
        await new Promise((stopped) => signal.addEventListener('abort', stopped));
        return fail({ kind: 'cancelled', detail: '' });
      }
      return ok({ ...readFileOf([parsedText(file.name, 'Text.')]), bytes: await file.bytes() });
    });
    await desk.start([textFile('scan.pdf', '…')]);
    const reading = desk.readAgain(0, { recognise: ['jpn'] });
    expect(desk.progress?.items[0]).toMatchObject({ state: 'reading', progress: { page: 2, of: 3 } });
    expect(await desk.keep()).toEqual([]);
    desk.stopReading(0);
    await reading;
    expect(desk.progress?.items[0]).toMatchObject({ state: 'read', choices: {} });
    expect(await desk.keep()).toHaveLength(1);
  });

  it('reads the files in an archive, and in archives in it as far as is sensible', async () => {
    const bytes = new TextEncoder().encode('zip');
    withParser(async (file) => {
      const members = file.name.endsWith('.zip')
        ? [
            { path: 'in/more.zip', bytes },
            { path: 'a.txt', bytes },
          ]
        : [];
      const sources = members.length > 0 ? [] : [parsedText(file.name, file.path)];
      return ok({ ...readFileOf(sources), members, bytes: await file.bytes() });
    });
    await desk.start([textFile('all.zip', '…')]);
    const paths = desk.progress?.items.map(({ file }) => file.path) ?? [];
    expect(paths.filter((path) => path.endsWith('.txt'))).toHaveLength(3);
    expect(paths.at(-1)).toBe('all.zip/a.txt');
    expect(states()).toEqual(['read', 'read', 'read', 'failed', 'read', 'read', 'read']);
    await desk.keep();
    expect(states()?.[0]).toBe('left-out');
  });

  it('joins references to the documents they describe, and leaves out what lies beside a saved page', async () => {
    const record = {
      title: 'The plan',
      date: '2009-12',
      author: 'Cabinet',
      outlet: '',
      url: '',
      identifier: '',
      language: '',
      files: ['plan.txt'],
      fields: [{ name: 'Publisher', value: 'Cabinet Office' }],
    } as const;
    withParser(async (file) => {
      const isList = file.name === 'list.ris';
      const read = readFileOf(isList ? [] : [parsedText(file.name, 'Text.')]);
      const records = isList ? [record, { ...record, title: 'Lost', files: [] }] : [];
      return ok({ ...read, records, bytes: await file.bytes() });
    });
    await desk.start([
      textFile('plan.txt', '…'),
      textFile('list.ris', '…'),
      textFile('page.html', '…'),
      textFile('logo.png', '…', 'page_files/logo.png'),
    ]);
    expect(proposed().map(({ about }) => [about.title, about.date])).toEqual([
      ['The plan', '2009-12'],
      ['page', ''],
    ]);
    expect(desk.progress?.records).toMatchObject({ joined: 1, doubtful: [], unmatched: [{ title: 'Lost' }] });
    expect(states()).toEqual(['read', 'read', 'read', 'left-out']);
    await desk.keep();
    const [plan] = session.state.sources.values();
    expect(Object.values(plan!.variables)).toEqual(['Cabinet Office']);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const files = Array.from({ length: 20 }, (_, i) => textFile(`${i}.txt`, i < 4 ? `Text ${i}.` : 'wait'));
    const running = desk.start(files);
    await expect.poll(() => parser.running).toBe(4);
    desk.cancel();
    await running;
    expect(desk.progress?.phase).toBe('cancelled');
    expect(new Set(states())).toEqual(new Set(['cancelled']));
    expect(session.state.sources.size).toBe(0);
    expect(kept().log).toHaveLength(1);

    await desk.start([textFile('a.txt', 'A.')]);
    desk.cancel();
    expect(desk.progress).toBeNull();
    expect(await desk.keep()).toEqual([]);
  });

  it('stays as it was when it cannot be written, so that it can be tried again', async () => {
    await desk.start([textFile('a.txt', 'A.'), textFile('b.txt', 'fail:binary')]);
    storage.nextFailure = { kind: 'full' };
    expect(await desk.keep()).toEqual([]);
    expect(desk.progress).toMatchObject({ phase: 'preview', failure: { kind: 'full' } });
    expect(session.state.sources.size).toBe(0);
    expect(await desk.keep()).toHaveLength(1);
  });

  it('reads a few files at once and goes on beside other gestures', async () => {
    const files = Array.from({ length: 30 }, (_, i) => textFile(`${i}.txt`, `Text ${i}.`));
    const reading = desk.start(files);
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
    await reading;
    await desk.keep();
    expect(parser.mostAtOnce).toBeLessThanOrEqual(4);
    expect(session.state.sources.size).toBe(30);
    expect(session.state.variables.size).toBe(1);
  });

  it('begins nothing for no files', async () => {
    expect(await desk.start([])).toBe(true);
    expect(desk.progress).toBeNull();
  });
});
