import { readFileSync } from 'node:fs';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { writeAtomically } from '../files/atomic';
import type { Environment } from './environment';
import { closeWhenWritten } from './leaving';
import { fitPlace, parsePlace, SMALLEST, type Place } from './place';

const usual = { width: 1360, height: 880 };

/** Makes the window where it last stood; its page is not yet loaded. In: the environment and the file that remembers the place. */
export function openWindow(environment: Environment, placeFile: string): BrowserWindow {
  const place = rememberedPlace(placeFile);
  const window = new BrowserWindow({
    ...(place?.bounds ?? usual),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Parallax',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload: environment.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Elsewhere the spell checker would fetch its dictionaries; macOS has its own.
      spellcheck: process.platform === 'darwin',
      devTools: environment.development,
    },
  });
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberPlace(window, placeFile));
  closeWhenWritten(window);
  return window;
}

function rememberedPlace(placeFile: string): Place | undefined {
  const place = parsePlace(readIfThere(placeFile));
  return (
    place &&
    fitPlace(
      place,
      screen.getAllDisplays().map((display) => display.workArea),
    )
  );
}

function rememberPlace(window: BrowserWindow, placeFile: string): void {
  const place: Place = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
  writeAtomically(placeFile, new TextEncoder().encode(JSON.stringify(place))).catch((error: unknown) => {
    console.error('The place of the window was not kept:', error);
  });
}

/** A missing or unreadable file is the same as a first start. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
