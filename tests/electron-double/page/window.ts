import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Page } from 'playwright';
import { preventable, type AppDouble } from '../program/app';
import { WebContentsDouble } from './web-contents';

const usual: Rectangle = { x: 100, y: 80, width: 800, height: 600 };

/** Stands in for `BrowserWindow`: a page of Chromium with the bounds a window would have. */
export class WindowDouble extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: WebContentsDouble;
  readonly calls: string[] = [];
  visible = false;
  minimized = false;
  #maximized = false;
  #destroyed = false;
  #bounds: Rectangle;
  readonly #app: AppDouble;

  constructor(app: AppDouble, page: Promise<Page>, options: BrowserWindowConstructorOptions) {
    super();
    this.#app = app;
    this.options = options;
    const { x, y, width, height } = { ...usual, ...options };
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContentsDouble(page);
    app.windows.add(this);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.visible = true;
  }

  focus(): void {
    this.calls.push('focus');
  }

  restore(): void {
    this.calls.push('restore');
    this.minimized = false;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  maximize(): void {
    this.#maximized = true;
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  setBounds(bounds: Rectangle): void {
    this.#bounds = bounds;
  }

  getNormalBounds(): Rectangle {
    return this.#bounds;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  async close(): Promise<void> {
    if (this.#destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.#destroyed = true;
    await (await this.webContents.page).close();
    this.emit('closed');
    await this.#app.windowClosed(this);
  }
}
