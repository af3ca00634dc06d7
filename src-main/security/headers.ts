const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

const written = (some: Readonly<Record<string, string>>): string =>
  Object.entries(some)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/**
 * The recogniser of text in pictures is compiled from WebAssembly. A worker goes by the policy it was sent
 * with and not by that of its window, so this one file alone may do so (docs/decisions/0011).
 */
const RECOGNISER = '/recogniser/worker.min.js';
const recogniserPolicy = { ...policy, 'script-src': `${policy['script-src']} 'wasm-unsafe-eval'` };

/** Sent with every response, by app:// and by the local server alike, but for one worker's. */
export const securityHeaders = {
  'Content-Security-Policy': written(policy),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
} as const;

/** In: the path of a request. Out: the headers of its response. */
export const securityHeadersFor = (path: string): Readonly<Record<string, string>> =>
  path === RECOGNISER
    ? { ...securityHeaders, 'Content-Security-Policy': written(recogniserPolicy) }
    : securityHeaders;
