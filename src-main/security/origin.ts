/** The one origin whose pages are ours. */
export interface Origin {
  readonly protocol: string;
  readonly host: string;
}

/** Never changes: the browser keeps every project under this origin. */
export const APP_ORIGIN: Origin = { protocol: 'app:', host: 'parallax' };

/** In: a URL. Out: its origin as we compare it. Throws TypeError when it is no URL. */
export function originOf(url: string): Origin {
  const { protocol, host } = new URL(url);
  return { protocol, host };
}

/**
 * In: our origin and any string. Out: whether the string is a URL of exactly that origin.
 * `URL.origin` is 'null' for a scheme like app:, so protocol and host are compared one by one.
 */
export function isOfOrigin(origin: Origin, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const found = originOf(url);
  return found.protocol === origin.protocol && found.host === origin.host;
}
