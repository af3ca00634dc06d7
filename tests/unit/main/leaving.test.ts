import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeWhenWritten } from '../../../src-main/app/leaving';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function windowThatAsks() {
  const webContents = new EventEmitter();
  const close = vi.fn();
  const window = { webContents, close, isDestroyed: () => false } as unknown as BrowserWindow;
  const ask = () => {
    const event = { preventDefault: vi.fn() };
    webContents.emit('will-prevent-unload', event);
    return event.preventDefault;
  };
  return { window, close, ask };
}

it('tries again shortly after a page asked for a moment', () => {
  const { window, close, ask } = windowThatAsks();
  closeWhenWritten(window);
  expect(ask()).not.toHaveBeenCalled();
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(close).toHaveBeenCalledOnce();
});

it('leaves a page that never lets go', () => {
  const { window, close, ask } = windowThatAsks();
  closeWhenWritten(window);
  ask();
  vi.advanceTimersByTime(5000);
  close.mockClear();
  expect(ask()).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1000);
  expect(close).not.toHaveBeenCalled();
});
