import type { WebContents } from 'electron';
import { isOfOrigin, type Origin } from './origin';

/** Keeps a page where it is: no foreign address, no frame, no second window, no webview, no download. */
export function guardNavigation(contents: WebContents, origin: Origin): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOfOrigin(origin, event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOfOrigin(origin, event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
