import { chromium, type Browser, type BrowserContext, type Frame, type Page, type Route } from 'playwright';
import { chromiumArguments, findChromium } from '../../../build/chromium.mjs';
import { INVOKE } from './preload-script';

/** What a run does with what happens in its pages. */
export interface PageHost {
  invoke(page: Page, frame: Frame, channel: string, payload: unknown[]): Promise<object>;
  answer(route: Route): Promise<void>;
  socket(url: string): Promise<void>;
  popup(page: Page): Promise<void>;
}

let browser: Promise<Browser> | undefined;
const profiles = new Map<string, Promise<Profile>>();

/** The pages and the storage of one user: they outlive a run of the program, as a profile on disk would. */
export class Profile {
  readonly context: BrowserContext;
  host: PageHost;

  constructor(context: BrowserContext, host: PageHost) {
    this.context = context;
    this.host = host;
  }
}

/** In: the program's own folder, which names the profile; the run its pages now belong to. */
export async function openProfile(folder: string, host: PageHost, bypassCSP: boolean): Promise<Profile> {
  const opening = profiles.get(folder) ?? createProfile(host, bypassCSP);
  profiles.set(folder, opening);
  const profile = await opening;
  profile.host = host;
  return profile;
}

export async function closeProfile(folder: string): Promise<void> {
  const profile = await profiles.get(folder);
  profiles.delete(folder);
  await profile?.context.close();
}

/** Ends Chromium; the next profile starts it again. */
export async function closeChromium(): Promise<void> {
  const running = await browser;
  browser = undefined;
  profiles.clear();
  await running?.close();
}

async function createProfile(host: PageHost, bypassCSP: boolean): Promise<Profile> {
  browser ??= launchChromium();
  const context = await (await browser).newContext({ bypassCSP, serviceWorkers: 'block' });
  const profile = new Profile(context, host);
  await context.exposeBinding(INVOKE, ({ page, frame }, channel: string, payload: unknown[]) =>
    profile.host.invoke(page, frame, channel, payload),
  );
  await context.route('**/*', (route) => profile.host.answer(route));
  await context.routeWebSocket('**', async (socket) => {
    await profile.host.socket(socket.url());
    await socket.close();
  });
  context.on('page', (page) => void profile.host.popup(page));
  return profile;
}

async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is not installed');
  return chromium.launch({ executablePath, args: chromiumArguments });
}
