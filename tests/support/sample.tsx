import type { ReactNode } from 'react';
import { Navigation, type Place } from '../../src-renderer/application/navigation';
import type { ParserPort } from '../../src-renderer/application/ports/parser';
import type { StoragePort } from '../../src-renderer/application/ports/storage';
import { SessionProvider } from '../../src-renderer/application/react/context';
import { openSample } from '../../src-renderer/application/sample';
import type { Services } from '../../src-renderer/application/services';
import { ProjectSession } from '../../src-renderer/application/session';
import type { Code } from '../../src-renderer/domain/model/codebook';
import type { ProjectState } from '../../src-renderer/domain/model/project';
import { parseDocument } from '../../src-renderer/importers';
import { expectAccessible, makeServices, mount } from './mount';

/** Parses where it is called: the sample needs no worker. */
export const parserHere: ParserPort = {
  async parse(file, _, choices) {
    const bytes = await file.bytes();
    const parsed = await parseDocument({ name: file.name, bytes }, choices);
    return parsed.ok ? { ok: true, value: { ...parsed.value, bytes } } : parsed;
  },
};

export const makeSampleServices = () => ({ ...makeServices(), parser: parserHere });

type Made = Parameters<StoragePort['createProject']>;
let sample: Promise<Made> | undefined;

/** The sample as it is written to storage, worked out once for all tests of a file. */
async function sampleAsMade(): Promise<Made> {
  const services = makeSampleServices();
  let made: Made | undefined;
  const createProject: StoragePort['createProject'] = (...project) => {
    made = project;
    return Promise.resolve({ ok: true, value: undefined });
  };
  const storage: StoragePort = Object.assign(services.storage, { createProject });
  await openSample({ ...services, storage });
  if (!made) throw new Error('the sample was not made');
  return made;
}

/** Makes the sample project. Out: its id. */
export async function makeSample({ storage }: Services): Promise<string> {
  const project = await (sample ??= sampleAsMade());
  const made = await storage.createProject(...project);
  if (!made.ok) throw new Error(made.error.kind);
  return project[0].id;
}

/** Opens the sample project and puts a part of its window on the page. */
export async function mountInSample(node: ReactNode, place?: Place) {
  const services = makeSampleServices();
  const repository = await services.storage.openProject(await makeSample(services));
  if (!repository.ok) throw new Error(repository.error.kind);
  const session = await ProjectSession.open(repository.value, services.stamp);
  const navigation = new Navigation(place);
  const show = (part: ReactNode) =>
    mount(
      <SessionProvider session={session} navigation={navigation}>
        <main style={{ height: '100%' }}>{part}</main>
      </SessionProvider>,
      services,
    );
  await show(node);
  return { services, session, navigation, show };
}

/** The code with a key of the default codebook. */
export function codeOf({ codes }: ProjectState, key: string): Code {
  const code = [...codes.values()].find((each) => each.key === key);
  if (!code) throw new Error(`no code ${key}`);
  return code;
}

/** Nothing on the page breaks a rule of axe-core, in light and in dark. */
export async function expectAccessibleInBothThemes(): Promise<void> {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset['theme'] = theme;
    await expectAccessible();
  }
  document.documentElement.dataset['theme'] = 'light';
}
