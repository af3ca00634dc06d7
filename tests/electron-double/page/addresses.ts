/**
 * Chromium's test interface cannot intercept app://, so app://<host>/ is shown to it as
 * https://<host>.app.test/, which is a secure context too.
 */
const SUFFIX = '.app.test';

export function toChromium(url: string): string {
  return url.replace(/^app:\/\/([^/]+)/, (_all, host: string) => `https://${host}${SUFFIX}`);
}

export function fromChromium(url: string): string {
  return url.replace(
    /^(blob:)?https:\/\/([^/]+)\.app\.test(?=\/|$)/,
    (_all, blob = '', host) => `${blob}app://${host}`,
  );
}

/** The origin as Electron writes it, 'null' where a page has none. */
export function originOf(url: string): string {
  const app = /^app:\/\/[^/]+/.exec(url);
  if (app) return app[0];
  return URL.canParse(url) ? new URL(url).origin : 'null';
}
