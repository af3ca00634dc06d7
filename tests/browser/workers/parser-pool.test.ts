import { afterEach, describe, expect, it, vi } from 'vitest';
import type { InputFile } from '../../../src-renderer/application/ports/platform';
import { checkCanonical } from '../../../src-renderer/domain/text/canonical';
import { createParserPool, type ParserPool } from '../../../src-renderer/workers/parser-pool';
import { patienceFor } from '../../../src-renderer/workers/silence';
import {
  footnoteReference,
  heading,
  makeCompoundFile,
  makeDocx,
  paragraph,
} from '../../fixtures/import/docx';
import { encodeAs, utf8 } from '../../fixtures/import/encodings';
import { column, makePdf } from '../../fixtures/import/pdf';
import { english, french, japanese, korean } from '../../fixtures/import/texts';

vi.setConfig({ testTimeout: 120_000 });

const pools: ParserPool[] = [];
afterEach(() => pools.splice(0).forEach((pool) => pool.close()));

function pool(options: Parameters<typeof createParserPool>[0] = {}): ParserPool {
  const created = createParserPool(options);
  pools.push(created);
  return created;
}

const never = new AbortController().signal;

const file = (name: string, bytes: Uint8Array<ArrayBuffer>): InputFile => ({
  name,
  path: name,
  size: bytes.length,
  bytes: () => Promise.resolve(bytes.slice()),
  read: (start, end) => Promise.resolve(bytes.slice(start, end)),
});

const text = (name: string, content = english) => file(name, utf8(content));

/** A worker of the product, started by hand so that a test can watch it. */
const realWorker = () =>
  new Worker(new URL('../../../src-renderer/workers/import.worker.ts', import.meta.url), { type: 'module' });

/** A worker that does what a test needs instead of parsing. */
function madeWorker(script: string): Worker {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(address);
}

/** Takes files and never answers. */
const silentWorker = () => madeWorker('self.onmessage = () => {}');

describe('a file in a worker', () => {
  const documents: [string, Uint8Array<ArrayBuffer>, string, string][] = [
    ['plain.txt', utf8(english), 'txt', 'protect the victims'],
    ['old.txt', encodeAs('shift_jis', japanese), 'txt', '人身取引は重大な人権侵害'],
    ['notes.md', utf8(`# Act\n\n${korean}`), 'md', '인신매매를 중대한 인권 침해로'],
    ['page.html', utf8(`<!doctype html><script>throw 1</script><p>${french}</p>`), 'html', 'créé un centre'],
    [
      'word.docx',
      makeDocx({ body: heading(1, 'Act') + footnoteReference(1), footnotes: ['Of 2021.'] }),
      'docx',
      'Of 2021.',
    ],
    ['latin.pdf', makePdf({ pages: [column(english.replace(/\s+/g, ' '))] }), 'pdf', 'protect the victims'],
    [
      'cjk.pdf',
      makePdf({ pages: [column('人身取引は重大な人権侵害', { font: 'cjk' })] }),
      'pdf',
      '人身取引は重大な人権侵害',
    ],
    [
      'named-map.pdf',
      makePdf({ pages: [[{ text: '人身取引対策', x: 60, y: 700, font: 'named' }]] }),
      'pdf',
      '人身取引対策',
    ],
  ];

  it.each(documents)('%s becomes a source, and its bytes come back', async (name, bytes, format, words) => {
    const result = await pool().parse(file(name, bytes), never);
    if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
    const [source] = result.value.sources;
    expect(source?.format).toBe(format);
    expect(source?.text).toContain(words);
    expect(source && checkCanonical(source)).toBeTruthy();
    expect(result.value.bytes).toEqual(bytes);
  });

  it('gives pages with its blocks', async () => {
    const result = await pool().parse(
      file('a.pdf', makePdf({ pages: [column(english), column(french.replace(/[^\0-~]/g, ''))] })),
      never,
    );
    expect(result.ok && result.value.sources[0]?.blocks.map(({ page }) => page)).toContain(2);
  });

  it.each([
    ['empty.txt', new Uint8Array(), 'empty'],
    ['locked.pdf', makePdf({ pages: [[]], locked: true }), 'password'],
    ['locked.docx', makeCompoundFile('EncryptedPackage'), 'password'],
    ['scan.pdf', makePdf({ pages: [[]] }), 'no-text'],
    ['cut.docx', makeDocx({ body: paragraph('x') }).slice(0, 300), 'damaged'],
    ['cut.pdf', makePdf({ pages: [column(english)] }).slice(0, 200), 'damaged'],
  ])('%s fails with its reason', async (name, bytes, kind) => {
    expect(await pool().parse(file(name, bytes), never)).toMatchObject({ ok: false, error: { kind } });
  });

  it.each([
    ['NotFoundError', 'missing'],
    ['NotAllowedError', 'denied'],
    ['QuotaExceededError', 'too-large'],
    ['NotReadableError', 'unreadable'],
  ])('that cannot be opened fails alone and with its reason: %s', async (name, kind) => {
    const parser = pool();
    const closed: InputFile = {
      ...text('closed.txt'),
      bytes: () => Promise.reject(new DOMException('', name)),
    };
    const results = await Promise.all([closed, text('here.txt')].map((input) => parser.parse(input, never)));
    expect(results).toMatchObject([{ ok: false, error: { kind } }, { ok: true }]);
  });

  it('that is too large is not even read', async () => {
    const bytes = vi.fn<InputFile['bytes']>();
    const huge: InputFile = { ...text('huge.txt'), size: 513 * 1024 * 1024, bytes };
    expect(await pool().parse(huge, never)).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    expect(bytes).not.toHaveBeenCalled();
  });
});

describe('many files', () => {
  it('are all parsed, each answer with its own file', async () => {
    const parser = pool({ size: 2 });
    const contents = Array.from({ length: 60 }, (_, i) => `Text number ${i}. ${english}`);
    const results = await Promise.all(
      contents.map((content, i) => parser.parse(text(`${i}.txt`, content), never)),
    );
    expect(results.map((result) => result.ok && result.value.sources[0]?.text)).toEqual(contents);
  });

  it('run in no more workers than allowed, started when needed', async () => {
    const startWorker = vi.fn(realWorker);
    const parser = pool({ size: 2, startWorker });
    expect(startWorker).not.toHaveBeenCalled();
    await Promise.all(Array.from({ length: 8 }, (_, i) => parser.parse(text(`${i}.txt`), never)));
    expect(startWorker).toHaveBeenCalledTimes(2);
  });

  it('are read only a few ahead', async () => {
    const parser = pool({ size: 2, startWorker: silentWorker });
    const reads = Array.from({ length: 20 }, () => vi.fn(() => Promise.resolve(utf8(english))));
    reads.forEach((bytes, i) => void parser.parse({ ...text(`${i}.txt`), bytes }, never));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(reads.filter((bytes) => bytes.mock.calls.length > 0)).toHaveLength(4);
  });
});

describe('cancelling', () => {
  it('before the start parses nothing', async () => {
    const startWorker = vi.fn(realWorker);
    const result = await pool({ startWorker }).parse(text('a.txt'), AbortSignal.abort());
    expect(result).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(startWorker).not.toHaveBeenCalled();
  });

  it('ends the worker of a running file, and the next file gets a new one', async () => {
    const workers: Worker[] = [];
    const startWorker = () => {
      const worker = workers.length === 0 ? silentWorker() : realWorker();
      workers.push(worker);
      vi.spyOn(worker, 'terminate');
      return worker;
    };
    const parser = pool({ size: 1, startWorker });
    const controller = new AbortController();
    const running = parser.parse(text('running.txt'), controller.signal);
    const waiting = parser.parse(text('waiting.txt'), never);
    await vi.waitFor(() => expect(workers).toHaveLength(1));
    controller.abort();
    expect(await running).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(workers[0]?.terminate).toHaveBeenCalled();
    expect(await waiting).toMatchObject({ ok: true });
    expect(workers).toHaveLength(2);
  });

  it('drops a waiting file without reading it', async () => {
    const parser = pool({ size: 1, startWorker: silentWorker });
    const controller = new AbortController();
    const bytes = vi.fn(() => Promise.resolve(utf8(english)));
    void parser.parse(text('running.txt'), never);
    void parser.parse(text('next.txt'), never);
    const waiting = parser.parse({ ...text('waiting.txt'), bytes }, controller.signal);
    controller.abort();
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(bytes).not.toHaveBeenCalled();
  });

  it('cancels all files of one signal at once, and the pool goes on', async () => {
    const startWorker = vi.fn(realWorker);
    const parser = pool({ size: 2, startWorker });
    const controller = new AbortController();
    const results = Array.from({ length: 50 }, (_, i) =>
      parser.parse(text(`${i}.txt`, english.repeat(100)), controller.signal),
    );
    controller.abort();
    for (const result of await Promise.all(results))
      expect(result).toMatchObject({ error: { kind: 'cancelled' } });
    expect(await parser.parse(text('after.txt'), never)).toMatchObject({ ok: true });
    expect(startWorker.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('happens to everything when the pool is closed', async () => {
    const parser = pool({ size: 1, startWorker: silentWorker });
    const results = [text('a.txt'), text('b.txt')].map((input) => parser.parse(input, never));
    parser.close();
    for (const result of await Promise.all(results))
      expect(result).toMatchObject({ error: { kind: 'cancelled' } });
  });
});

/** The first worker does what a test needs; all later ones are those of the product. */
function firstOf(script: string) {
  const workers: Worker[] = [];
  return {
    workers,
    startWorker: () => {
      const worker = workers.length === 0 ? madeWorker(script) : realWorker();
      vi.spyOn(worker, 'terminate');
      workers.push(worker);
      return worker;
    },
  };
}

describe('a worker that breaks', () => {
  it.each([
    ['throws', 'self.onmessage = () => { throw new Error("out of order") }'],
    ['needs more memory than there is', 'self.onmessage = () => { new Float64Array(2 ** 53 - 1) }'],
    ['calls itself for ever', 'const again = () => 1 + again(); self.onmessage = () => again()'],
    ['does not even load', 'this is not a script'],
  ])('and %s fails its file only, and is replaced', async (_how, script) => {
    const { workers, startWorker } = firstOf(script);
    const parser = pool({ size: 1, startWorker });
    const results = await Promise.all(
      [text('a.txt'), text('b.txt')].map((input) => parser.parse(input, never)),
    );
    expect(results).toMatchObject([{ ok: false, error: { kind: 'broke-reader' } }, { ok: true }]);
    expect(workers[0]?.terminate).toHaveBeenCalled();
    expect(workers).toHaveLength(2);
  });

  it('is not mixed up with one that only chatters', async () => {
    const chatter =
      'self.postMessage("ready"); self.onmessage = ({data}) => { self.postMessage({ targetName: "main" }); self.postMessage({ id: data.id + 1, result: null }); self.postMessage({ id: data.id, result: { ok: true, value: { sources: [] } }, bytes: data.bytes }) }';
    expect(await pool({ startWorker: () => madeWorker(chatter) }).parse(text('a.txt'), never)).toMatchObject({
      ok: true,
    });
  });
});

describe('a worker that is long at a file', () => {
  it.each([
    ['is caught in a loop', 'self.onmessage = () => { for (;;); }'],
    ['never answers', 'self.onmessage = () => {}'],
    ['ends itself without a word', 'self.onmessage = () => self.close()'],
  ])('and %s is ended and replaced, and its file alone fails', async (_how, script) => {
    const { workers, startWorker } = firstOf(script);
    const patience = (bytes: number) => (bytes === utf8(english).length ? 400 : 60_000);
    const parser = pool({ size: 1, startWorker, patience });
    const results = await Promise.all(
      [text('a.txt'), text('b.txt', japanese)].map((input) => parser.parse(input, never)),
    );
    expect(results).toMatchObject([{ ok: false, error: { kind: 'too-slow' } }, { ok: true }]);
    expect(workers[0]?.terminate).toHaveBeenCalled();
    expect(workers).toHaveLength(2);
  });

  it('is waited for as long as it gives a sign of life', async () => {
    const busy =
      'self.onmessage = ({data}) => { let page = 0; const timer = setInterval(() => { if (++page <= 12) self.postMessage({ id: data.id, page, of: 12 }); else { clearInterval(timer); self.postMessage({ id: data.id, result: { ok: true, value: { sources: [], members: [] } }, bytes: data.bytes }) } }, 100) }';
    const started = performance.now();
    const parser = pool({ startWorker: () => madeWorker(busy), patience: () => 800 });
    expect(await parser.parse(text('a.txt'), never)).toMatchObject({ ok: true });
    expect(performance.now() - started).toBeGreaterThan(800);
  });

  it('may take the longer, the larger its file is', () => {
    expect(patienceFor(100 * 1024 * 1024)).toBeGreaterThan(patienceFor(0) + 60_000);
  });

  it('tells how far it has got', async () => {
    const slow =
      'self.onmessage = ({data}) => { for (const page of [1, 2]) self.postMessage({ id: data.id, page, of: 2 }); self.postMessage({ id: data.id + 1, page: 9, of: 9 }); self.postMessage({ id: data.id, result: { ok: true, value: { sources: [] } }, bytes: data.bytes }) }';
    const steps: unknown[] = [];
    const parser = pool({ startWorker: () => madeWorker(slow) });
    await parser.parse(text('a.txt'), never, {}, (step) => steps.push(step));
    expect(steps).toEqual([
      { page: 1, of: 2 },
      { page: 2, of: 2 },
    ]);
  });
});
