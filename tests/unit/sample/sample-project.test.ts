import { $getRoot, createEditor, ParagraphNode, TextNode } from 'lexical';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCanonical } from '../../../src-renderer/domain/text/canonical';
import { snapToGraphemes } from '../../../src-renderer/domain/text/graphemes';
import { keysOf } from './counting';
import { codebook, openSample, sheets, stamp, type OpenSample } from './open-sample';

let sample: OpenSample;
beforeAll(async () => {
  sample = await openSample();
});

describe('the sample project', () => {
  it('finds every quote, and the text of each segment is its quote', () => {
    const { state, texts } = sample;
    const written = sheets.documents.flatMap(({ sheet }) => sheet.codings);
    expect(state.segments.size).toBe(written.length);
    for (const { sourceId, start, end, quote, prefix, suffix } of state.segments.values()) {
      const text = texts.get(sourceId)!;
      expect(text.slice(start, end)).toBe(quote);
      expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + quote + suffix);
      expect(snapToGraphemes(text, { start, end })).toEqual({ start, end });
    }
  });

  it('resolves every code, and uses codes that can be applied, of families that are switched on', () => {
    const { state } = sample;
    for (const { tags, quote } of state.segments.values()) {
      expect(tags.length, quote).toBeGreaterThan(0);
      expect(new Set(tags).size, quote).toBe(tags.length);
      for (const tag of tags) {
        const code = state.codes.get(tag);
        expect(code?.codable, quote).toBe(true);
        expect(state.families.get(code!.familyId)?.enabled, code!.key).toBe(true);
      }
    }
    expect(state.codes.size).toBe(codebook.codes.length);
  });

  it('has a GUID for every row, each once', () => {
    const ids = sample.project.changes.map(({ table, id }) => `${table} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    const facts = [...sample.state.cases.values()].flatMap((each) => each.facts.map(({ id }) => id));
    expect(new Set(facts).size).toBe(facts.length);
    for (const id of [...sample.project.changes.map((change) => change.id), ...facts])
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('gives the same ids and dates every time; only the project itself is new', async () => {
    const again = await openSample();
    expect(again.project.changes).toEqual(sample.project.changes);
    const stamped = sample.project.changes.filter((change) => JSON.stringify(change).includes(stamp.now()));
    expect(stamped.map(({ table }) => table)).toEqual(['project']);
  });

  it('adds every row from nothing, the row of the project among them', () => {
    const { info, changes } = sample.project;
    expect(changes.every(({ before, after }) => before === null && after !== null)).toBe(true);
    expect(sample.state.project.get(info.id)).toEqual(info);
    expect(sample.state.coders.has(info.currentCoderId)).toBe(true);
  });

  it('keeps text, blocks and bytes of each document', () => {
    const { project, state } = sample;
    expect(project.contents).toHaveLength(state.sources.size);
    for (const { text, file } of project.contents) {
      const source = state.sources.get(text.sourceId)!;
      checkCanonical(text);
      expect(text.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
      expect(new Set(text.blocks.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
      expect(source).toMatchObject({ format: 'md', length: text.text.length, bytes: file.bytes.length });
      expect(file.name).toBe(source.fileName);
    }
    expect(new Set([...state.sources.values()].map(({ hash }) => hash)).size).toBe(state.sources.size);
  });

  it('describes each document and says in it that it is no real one', () => {
    for (const { text } of sample.project.contents) {
      const source = sample.state.sources.get(text.sourceId)!;
      for (const field of [
        'title',
        'country',
        'language',
        'date',
        'documentType',
        'actor',
        'outlet',
      ] as const)
        expect(source[field], source.title).not.toBe('');
      expect(source.outlet).toMatch(/\(invented\)$/);
      expect(Object.keys(source.variables)).toHaveLength(2);
      const [, notice] = text.blocks;
      expect(notice?.kind).toBe('quote');
      expect(text.text.slice(notice!.start, notice!.end)).toMatch(/Nakamura ?[(（]2019[)）]/);
    }
  });

  it('has documents wholly in Japanese, Korean and both Chinese scripts, and mixed ones', () => {
    const languages = [...sample.state.sources.values()].map(({ language }) => language);
    expect(new Set(languages)).toEqual(new Set(['en', 'ja', 'ko', 'zh-Hans', 'zh-Hant']));
    const english = sample.project.contents.filter(
      ({ text }) => sample.state.sources.get(text.sourceId)?.language === 'en',
    );
    const mixed = english.filter(({ text }) =>
      /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}]{6}/u.test(text.text),
    );
    expect(mixed.length).toBeGreaterThanOrEqual(8);
  });

  it('codes each mode at exactly one level, and no level without a mode', () => {
    for (const segment of sample.state.segments.values()) {
      const keys = keysOf(sample.state, segment);
      const levels = ['L1', 'L2', 'L3'].filter((key) => keys.has(key));
      expect(levels.length, segment.quote).toBe(keys.has('M') ? 1 : 0);
    }
  });

  it('gives every segment of another framing (M9) the memo that the codebook asks for', () => {
    const others = [...sample.state.segments.values()].filter((s) => keysOf(sample.state, s).has('M9'));
    expect(others.length).toBeGreaterThan(0);
    for (const { memoId } of others) expect(sample.state.memos.has(memoId ?? '')).toBe(true);
  });

  it('has two coders who agree, disagree on the mode, and disagree on the boundaries', () => {
    const { state } = sample;
    const [a, b] = [...state.coders.values()].sort((x, y) => (x.name < y.name ? -1 : 1));
    const by = (id: string) => [...state.segments.values()].filter(({ coderId }) => coderId === id);
    const modes = (s: (typeof mine)[number]) =>
      ['M1', 'M2', 'M3', 'M4'].filter((m) => keysOf(state, s).has(m));
    const [mine, theirs] = [by(a!.id), by(b!.id)];
    const pairs = theirs.flatMap((t) =>
      mine
        .filter((m) => m.sourceId === t.sourceId && m.start < t.end && t.start < m.end)
        .map((m) => ({ m, t, same: m.start === t.start && m.end === t.end })),
    );
    const coded = pairs.filter(({ m, t }) => modes(m).length > 0 && modes(t).length > 0);
    const agree = coded.filter(({ m, t }) => modes(m).join() === modes(t).join());
    expect(coded.filter(({ same }) => same).length).toBeGreaterThan(15);
    expect(coded.filter(({ same }) => !same).length).toBeGreaterThan(10);
    expect(agree.length / coded.length).toBeGreaterThan(0.6);
    expect(agree.length).toBeLessThan(coded.length);
    const both = new Set(theirs.map(({ sourceId }) => sourceId));
    expect(both.size).toBe(8);
    expect(new Set(mine.map(({ sourceId }) => sourceId)).size).toBe(state.sources.size - 1);
  });

  it('has segments of one coder that overlap', () => {
    const overlapping = [...sample.state.segmentsBySource.values()].flatMap((segments) => {
      const own = segments.filter(({ coderId }) => sample.state.coders.get(coderId)?.initials === 'A');
      return own.filter(({ end }, i) => own.slice(i + 1).some(({ start }) => start < end));
    });
    expect(overlapping.length).toBeGreaterThanOrEqual(5);
  });

  it('varies certainty and stance', () => {
    const segments = [...sample.state.segments.values()];
    for (const stance of ['asserts', 'reports', 'rejects'] as const)
      expect(segments.some((segment) => segment.stance === stance)).toBe(true);
    expect(segments.filter(({ certainty }) => certainty === 'unsure').length).toBeGreaterThan(5);
  });

  it('has memos whose rich text the editor opens and writes back, on all that can have one', () => {
    const editor = createEditor({ nodes: [ParagraphNode, TextNode] });
    const targets = new Set<string>();
    for (const memo of sample.state.memos.values()) {
      targets.add(memo.target?.table ?? 'project');
      if (memo.target) expect(sample.state[memo.target.table].has(memo.target.id), memo.title).toBe(true);
      const opened = editor.parseEditorState(memo.body);
      expect(JSON.parse(JSON.stringify(opened))).toEqual(JSON.parse(memo.body));
      expect(opened.read(() => $getRoot().getTextContent())).toBe(memo.plainText);
    }
    expect(targets).toEqual(new Set(['project', 'sources', 'segments', 'codes', 'cases']));
  });

  it('has example segments that carry the code they are an example of', () => {
    const withExamples = [...sample.state.codes.values()].filter(({ examples }) => examples.length > 0);
    expect(withExamples.length).toBeGreaterThan(20);
    for (const { id, key, examples } of withExamples)
      for (const example of examples) expect(sample.state.segments.get(example)?.tags, key).toContain(id);
  });
});
