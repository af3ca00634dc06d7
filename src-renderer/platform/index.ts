import type { PlatformPort } from '../application/ports/platform';
import { BrowserPlatform } from './browser';
import { ElectronPlatform } from './electron';

/** The platform this window runs on: the preload's functions are there or they are not. */
export const createPlatform = (): PlatformPort =>
  window.parallax ? new ElectronPlatform(window.parallax) : new BrowserPlatform();
