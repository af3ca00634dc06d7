import { applyCode } from '../../src-renderer/domain/coding/apply-code';
import type { ProjectRepository } from '../../src-renderer/application/ports/storage';
import { ProjectSession } from '../../src-renderer/application/session';
import type { ChangeSet } from '../../src-renderer/domain/model/change';
import type { SourceText } from '../../src-renderer/domain/model/source';
import { lookOfSegments } from '../../src-renderer/features/reader/coding/look-of';
import { Reader } from '../../src-renderer/features/reader/engine/reader';
import { IndexedDbStorage } from '../../src-renderer/storage';
import { generateProject } from '../generator/project';
import { compete, painted, quiet, type Figures, type Run } from './timing';

const project = generateProject({
  seed: 300,
  sources: 1,
  segments: 1000,
  coders: 2,
  length: 300_000,
  languages: ['en'],
});
const [body] = project.texts.values();
if (!body) throw new Error('The project has a text.');
const source: SourceText = body;

function scroller(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'position: relative; height: 860px; width: 900px; overflow: auto;';
  document.body.append(element);
  return element;
}

function openReader(element: HTMLElement): Reader {
  return new Reader(element, {
    source: { text: source.text, blocks: source.blocks, language: 'en' },
    words: { segments: 'Segments', segment: () => 'Segment' },
    canEdit: () => true,
    onResize: () => undefined,
    onPlace: () => undefined,
  });
}

/** From text and segments to the first painted screen, against the same text as plain paragraphs. */
export async function benchOpening(): Promise<readonly Figures[]> {
  const list = project.state.segmentsBySource.get(source.sourceId) ?? [];
  const ours: Run = async (measure) => {
    const element = scroller();
    await quiet();
    let reader: Reader | undefined;
    const taken = await measure(async () => {
      reader = openReader(element);
      reader.setSegments(list, lookOfSegments(project.state, project.info.currentCoderId, 'en'));
      reader.open(0);
      await painted();
    });
    reader?.dispose();
    element.remove();
    return taken;
  };
  const baseline: Run = async (measure) => {
    const element = scroller();
    await quiet();
    const taken = await measure(async () => {
      for (const { start, end } of source.blocks) {
        const paragraph = document.createElement('p');
        paragraph.textContent = source.text.slice(start, end);
        element.append(paragraph);
      }
      await painted();
    });
    element.remove();
    return taken;
  };
  return compete({
    name: 'open 300,000 characters with 1,000 segments',
    limit: 'a quarter of the baseline',
    baselineName: 'the same text as plain <p> elements',
    runs: 9,
    weighings: 5,
    ours,
    baseline,
  });
}

/** From the gesture to the frame that shows it, with strict storage behind, against an empty frame. */
export async function benchCoding(): Promise<readonly Figures[]> {
  const storage = new IndexedDbStorage();
  const stamp = { newId: () => crypto.randomUUID(), now: () => new Date().toISOString() };
  const session = await ProjectSession.open(await store(storage), stamp);
  const look = lookOfSegments(session.state, session.coderId, 'en');
  const code = [...session.state.codes.values()].find(({ key }) => key === 'M1');
  if (!code) throw new Error('The codebook has M1.');
  const element = scroller();
  const reader = openReader(element);
  const show = () => reader.setSegments(session.state.segmentsBySource.get(source.sourceId) ?? [], look);
  session.subscribe(show);
  show();
  reader.open(0);
  await quiet();

  let start = 10;
  const ours: Run = async (measure) => {
    await session.settled();
    await quiet();
    await painted();
    const passage = { sourceId: source.sourceId, start, end: start + 60 };
    start += 7;
    return measure(async () => {
      const input = { passage, text: source.text, codeIds: [code.id], coderId: session.coderId };
      if (!session.attempt(applyCode(session.state, input, stamp))) throw new Error('Not coded.');
      await painted();
    });
  };
  const baseline: Run = async (measure) => {
    await quiet();
    await painted();
    return measure(painted);
  };
  const figures = await compete({
    name: 'apply a code',
    limit: '2 frames, 33.3 ms',
    baselineName: 'an empty frame',
    runs: 25,
    weighings: 5,
    ours,
    baseline,
  });
  reader.dispose();
  element.remove();
  await session.close();
  return figures;
}

async function store(storage: IndexedDbStorage): Promise<ProjectRepository> {
  const info = { ...project.info, id: crypto.randomUUID() };
  const first: ChangeSet = {
    id: crypto.randomUUID(),
    kind: 'origin',
    target: null,
    label: { key: 'create-project', params: { name: info.name } },
    coderId: info.currentCoderId,
    at: info.createdAt,
    changes: project.changes.map((change) =>
      change.table === 'project' ? { ...change, id: info.id, after: info } : change,
    ),
  };
  const created = await storage.createProject(info, first);
  if (!created.ok) throw new Error(created.error.kind);
  const opened = await storage.openProject(info.id);
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}
