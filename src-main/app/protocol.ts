import { protocol } from 'electron';
import { APP_ORIGIN } from '../security/origin';
import { answerFrom, refusal, type Answer } from '../static/site';

const scheme = APP_ORIGIN.protocol.slice(0, -1);

/** Makes app:// a scheme like https://: its pages have an origin, storage and fetch. Call before ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built pages of a folder at app://parallax/. */
export function serveFolder(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const known = host === APP_ORIGIN.host;
    return responseOf(
      known ? await answerFrom(folder, request.method, pathname) : refusal(404, 'There is no such host.'),
    );
  });
}

function responseOf({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}
