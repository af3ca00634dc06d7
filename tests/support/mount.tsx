import axe from 'axe-core';
import { StrictMode, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { expect } from 'vitest';
import { Navigation, type Place } from '../../src-renderer/application/navigation';
import type { SourceContent } from '../../src-renderer/application/ports/storage';
import { ServicesProvider, SessionProvider } from '../../src-renderer/application/react/context';
import type { Services } from '../../src-renderer/application/services';
import { ProjectSession } from '../../src-renderer/application/session';
import type { Change } from '../../src-renderer/domain/model/change';
import { startI18n } from '../../src-renderer/i18n';
import { MemoryPlatform } from '../../src-renderer/platform/memory';
import { dispatchKey, ToastRegion } from '../../src-renderer/ui';
import '../../src-renderer/ui/theme/base.css';
import { createAnalysis } from '../../src-renderer/workers/analysis';
import { createExchange } from '../../src-renderer/workers/exchange';
import { TestParser } from './files';
import { MemoryStorage } from './memory-storage';
import { makeStamp, seedProject } from './project';

export interface TestServices extends Services {
  readonly storage: MemoryStorage;
  readonly platform: MemoryPlatform;
  readonly parser: TestParser;
}

/** Services of a test: everything in memory, resources as they ship. */
export function makeServices(): TestServices {
  return {
    storage: new MemoryStorage(),
    platform: new MemoryPlatform(),
    parser: new TestParser(),
    exchange: createExchange(),
    analysis: createAnalysis(),
    stamp: makeStamp(),
    resources: {
      codebook: async () => (await import('@resources/codebook.json')).default,
      sample: async () => (await import('@resources/sample')).default,
    },
  };
}

let root: Root | undefined;

/** Puts a part of the window on the page, as the shell does. What was there before goes. */
export async function mount(node: ReactNode, services: Services): Promise<void> {
  unmount();
  await startI18n('en');
  const place = document.createElement('div');
  place.id = 'root';
  document.body.replaceChildren(place);
  window.addEventListener('keydown', dispatchKey);
  root = createRoot(place);
  root.render(
    <StrictMode>
      <ServicesProvider services={services}>
        {node}
        <ToastRegion />
      </ServicesProvider>
    </StrictMode>,
  );
}

export function unmount(): void {
  window.removeEventListener('keydown', dispatchKey);
  root?.unmount();
  root = undefined;
}

/** Makes a project with the given rows, opens it, and puts a part of its window on the page. */
export async function mountInProject(
  node: ReactNode,
  services: TestServices,
  rows: readonly Change[] = [],
  { contents, place }: { contents?: readonly SourceContent[]; place?: Place } = {},
): Promise<{ session: ProjectSession; navigation: Navigation }> {
  await seedProject(services.storage, rows, contents);
  const repository = await services.storage.openProject('project');
  if (!repository.ok) throw new Error(repository.error.kind);
  const session = await ProjectSession.open(repository.value, services.stamp);
  const navigation = new Navigation(place);
  await mount(
    <SessionProvider session={session} navigation={navigation}>
      <main style={{ height: '100%' }}>{node}</main>
    </SessionProvider>,
    services,
  );
  return { session, navigation };
}

/** Nothing on the page breaks a rule of axe-core. */
export async function expectAccessible(): Promise<void> {
  // A colour on its way to another is none that anybody reads.
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const { violations } = await axe.run(document.body, {
    // Rules for whole pages, which a part of one cannot keep.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}
