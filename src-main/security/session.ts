import type { Session } from 'electron';
import { isOfOrigin, type Origin } from './origin';

/**
 * Writing plain text to the clipboard is what "copy" does; lasting storage keeps the browser from
 * clearing projects when the disk runs full. Nothing else is ever needed.
 */
const granted = new Set(['clipboard-sanitized-write', 'persistent-storage']);

/**
 * Shuts a session off from everything but our own pages: network, devices, permissions, downloads.
 * In: the session, our origin, and whether a request for a URL stays inside the program.
 */
export function lockDown(session: Session, origin: Origin, isInside: (url: string) => boolean): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isInside(details.url) }));
  session.setPermissionCheckHandler(
    (_contents, permission, requester) => granted.has(permission) && isOfOrigin(origin, requester),
  );
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(granted.has(permission) && details.isMainFrame && isOfOrigin(origin, details.requestingUrl)),
  );
  session.setDevicePermissionHandler(() => false);
  // Without a language the spell checker downloads no dictionary.
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
}
