import { EventEmitter } from 'node:events';
import type { Frame, Page } from 'playwright';
import { fromChromium, originOf, toChromium } from './addresses';
import { preventable } from '../program/app';
import type { SenderFrame } from '../program/ipc';
import { RECEIVE } from './preload-script';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** Stands in for `webContents`: a page of Chromium. */
export class WebContentsDouble extends EventEmitter {
  readonly page: Promise<Page>;
  /** The page once Chromium has opened it. */
  opened: Page | undefined;
  webRtcPolicy: string | undefined;
  /** Addresses the program itself loads, which are no navigations of the page. */
  readonly #loading = new Set<string>();
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(page: Promise<Page>) {
    super();
    this.page = page;
    void page.then((opened) => {
      this.opened = opened;
      opened.on('framenavigated', (frame) => {
        if (frame === opened.mainFrame()) this.emit('did-navigate', {}, fromChromium(frame.url()));
      });
    });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  async load(url: string): Promise<void> {
    const address = toChromium(url);
    this.#loading.add(address);
    await (await this.page).goto(address);
    this.#loading.delete(address);
  }

  reload(): void {
    // A page may be closed while it loads; Electron says nothing of it either.
    this.page.then((page) => this.load(fromChromium(page.url()))).catch(() => undefined);
  }

  send(channel: string, ...payload: unknown[]): void {
    const deliver = ([name, of, values]: [string, string, unknown[]]) =>
      (window as unknown as Record<string, (channel: string, payload: unknown[]) => void>)[name]?.(
        of,
        values,
      );
    void this.page.then((page) =>
      page.evaluate(deliver, [RECEIVE, channel, payload] as [string, string, unknown[]]),
    );
  }

  /** Whether the program lets a frame go to an address. */
  allowsNavigation(chromiumUrl: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.#loading.has(chromiumUrl)) return true;
    const event = preventable({ url: fromChromium(chromiumUrl), isMainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event);
    return !event.defaultPrevented;
  }

  allowsWindow(url: string): boolean {
    return this.#openHandler({ url }).action === 'allow';
  }
}

/** A frame as the program sees it. A blank frame has the origin of the one that made it. */
export function senderFrame(frame: Frame): SenderFrame {
  const parent = frame.parentFrame();
  const url = fromChromium(frame.url());
  const inherits = parent !== null && (url === '' || url.startsWith('about:'));
  return {
    url,
    origin: inherits ? senderFrame(parent).origin : originOf(url),
    parent: parent && senderFrame(parent),
  };
}
