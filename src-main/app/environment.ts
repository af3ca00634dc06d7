import { join } from 'node:path';
import { APP_ORIGIN, isOfOrigin, originOf, type Origin } from '../security/origin';

/** Where this run finds its pages and what counts as inside. */
export interface Environment {
  readonly development: boolean;
  readonly origin: Origin;
  readonly startUrl: string;
  readonly rendererFolder: string;
  readonly preloadFile: string;
  /** Whether a request for a URL stays inside the program; a blob belongs to the origin that made it. */
  readonly isInside: (url: string) => boolean;
}

/**
 * In: the folder of the main bundle; the address of a development server, which only a development build
 * ever passes. Out: the environment.
 */
export function environmentOf(bundleFolder: string, developmentUrl?: string): Environment {
  const files = {
    rendererFolder: join(bundleFolder, '../renderer'),
    preloadFile: join(bundleFolder, '../preload/index.cjs'),
  };
  const ofOrigin = (origin: Origin, url: string) => isOfOrigin(origin, url.replace(/^blob:/, ''));
  if (developmentUrl === undefined) {
    return {
      ...files,
      development: false,
      origin: APP_ORIGIN,
      startUrl: `${APP_ORIGIN.protocol}//${APP_ORIGIN.host}/index.html`,
      isInside: (url) => ofOrigin(APP_ORIGIN, url),
    };
  }
  const origin = originOf(developmentUrl);
  return {
    ...files,
    development: true,
    origin,
    startUrl: developmentUrl,
    // Hot reloading speaks over a web socket; the developer tools are pages of their own scheme.
    isInside: (url) => ofOrigin(origin, url.replace(/^ws:/, 'http:')) || url.startsWith('devtools:'),
  };
}
