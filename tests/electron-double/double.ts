import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions, CustomScheme, Rectangle } from 'electron';
import type { Frame, Page, Request as PageRequest, Route } from 'playwright';
import { fromChromium } from './page/addresses';
import { AppDouble } from './program/app';
import { DialogDouble } from './program/dialogs';
import { IpcMainDouble } from './program/ipc';
import { MenuDouble } from './program/menu';
import { preloadScript } from './page/preload-script';
import { closeProfile, openProfile, type PageHost } from './page/profile';
import { SessionDouble } from './program/session';
import { senderFrame } from './page/web-contents';
import { WindowDouble } from './page/window';

export interface DoubleOptions {
  /** The program's own folder; runs with the same one share what their pages stored. */
  readonly userData: string;
  /** False when another copy of the program is said to be running. */
  readonly firstInstance?: boolean;
  readonly workAreas?: readonly Rectangle[];
  /** Lifts the pages' content security policy, to see what the shell itself stops. */
  readonly bypassCSP?: boolean;
}

type ProtocolHandler = (request: Request) => Promise<Response>;

/** One run of the program: what it imports from 'electron', and what a test sees of it. */
export class ElectronDouble implements PageHost {
  readonly app: AppDouble;
  readonly ipcMain = new IpcMainDouble();
  readonly dialog = new DialogDouble();
  readonly Menu = new MenuDouble();
  readonly session = { defaultSession: new SessionDouble() };
  readonly nativeTheme = { shouldUseDarkColors: false };
  readonly screen: { getAllDisplays: () => readonly { workArea: Rectangle }[] };
  readonly protocol = {
    registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) => void this.schemes.push(...schemes),
    handle: (scheme: string, handler: ProtocolHandler) => void this.#handlers.set(scheme, handler),
  };
  readonly BrowserWindow: unknown;

  readonly schemes: CustomScheme[] = [];
  readonly windows: WindowDouble[] = [];
  /** What the program stopped, and what it let out (which the double stops all the same). */
  readonly traffic = { cancelled: [] as string[], leaked: [] as string[] };
  readonly refused = { navigations: [] as string[], windows: [] as string[] };

  readonly #options: DoubleOptions;
  readonly #handlers = new Map<string, ProtocolHandler>();

  constructor(options: DoubleOptions) {
    this.#options = options;
    this.app = new AppDouble(options.userData, options.firstInstance ?? true);
    const areas = options.workAreas ?? [{ x: 0, y: 0, width: 1920, height: 1080 }];
    this.screen = { getAllDisplays: () => areas.map((workArea) => ({ workArea })) };
    this.BrowserWindow = this.#windowClass();
  }

  /** Closes the pages and forgets what they stored, whether or not the program ended. */
  dispose(): Promise<void> {
    return closeProfile(this.#options.userData);
  }

  invoke(page: Page, frame: Frame, channel: string, payload: unknown[]) {
    return this.ipcMain.invoke(this.#windowOf(page)?.webContents, senderFrame(frame), channel, payload);
  }

  #windowClass(): unknown {
    const openPage = (options: BrowserWindowConstructorOptions) => this.#openPage(options);
    const { app, windows } = this;
    return class extends WindowDouble {
      constructor(options: BrowserWindowConstructorOptions) {
        super(app, openPage(options), options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }

      static getAllWindows = () => windows.filter((window) => !window.isDestroyed());
      static fromWebContents = (contents: unknown) =>
        windows.find((window) => window.webContents === contents) ?? null;
    };
  }

  async #openPage(options: BrowserWindowConstructorOptions): Promise<Page> {
    const { userData, bypassCSP = false } = this.#options;
    const { context } = await openProfile(userData, this, bypassCSP);
    const page = await context.newPage();
    const preload = options.webPreferences?.preload;
    if (preload) await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')));
    return page;
  }

  #windowOf(page: Page): WindowDouble | undefined {
    return this.windows.find((window) => window.webContents.opened === page);
  }

  /** The way of a request in Electron: navigation guard, request filter, protocol handler. */
  async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = fromChromium(request.url());
    if (request.isNavigationRequest()) {
      const frame = frameOf(request);
      const window = frame && this.#windowOf(frame.page());
      if (window && !window.webContents.allowsNavigation(request.url(), frame.parentFrame() === null)) {
        this.refused.navigations.push(url);
        return route.abort('aborted');
      }
    }
    if (await this.session.defaultSession.cancels(url)) {
      this.traffic.cancelled.push(url);
      return route.abort('blockedbyclient');
    }
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) {
      this.traffic.leaked.push(url);
      return route.abort('failed');
    }
    const response = await handler(new Request(url, { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  async socket(url: string): Promise<void> {
    const { cancelled, leaked } = this.traffic;
    ((await this.session.defaultSession.cancels(url)) ? cancelled : leaked).push(url);
  }

  /**
   * A page that no window of the program asked for: the opener's handler decides. The opener of a page
   * cut off by its opener policy is unknown; the program has one window.
   */
  async popup(page: Page): Promise<void> {
    await Promise.all(this.windows.map((window) => window.webContents.page));
    if (this.#windowOf(page)) return;
    const opener = await page.opener();
    const window = (opener && this.#windowOf(opener)) ?? this.windows[0];
    if (!window || window.webContents.allowsWindow(fromChromium(page.url()))) return;
    this.refused.windows.push(fromChromium(page.url()));
    await page.close();
  }
}

/** The frame of a navigation; undefined when it belongs to a window that is only being made. */
function frameOf(request: PageRequest): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}
