import { isMac } from '../../../ui/commands/keys';
import type { Reader } from '../engine/reader';
import { directionAt } from '../engine/selection/line-moves';
import type { Direction } from '../engine/selection/text-selection';

/**
 * The keys that move the caret while the text has the focus, as in any text: they are no commands of the
 * window, for elsewhere the same keys mean something else.
 */
export function onDocumentKey(reader: Reader, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // Alt+Shift with an arrow moves the ends of the selected segment: commands of the window.
  if (event.altKey && event.shiftKey && event.key.startsWith('Arrow') && !event.key.match(/Up|Down/)) return;
  if (act(reader, event)) event.preventDefault();
}

function act(reader: Reader, event: KeyboardEvent): boolean {
  const { key, shiftKey: extend, altKey: alt } = event;
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const byWord = isMac() ? alt : mod;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (alt && !byWord) return false;
      const direction = toward(reader, key);
      if (isMac() && mod) reader.moveToLineEdge(direction === 'forward' ? 'end' : 'start', extend);
      else reader.move(byWord ? 'word' : 'grapheme', direction, extend);
      return true;
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction: Direction = key === 'ArrowDown' ? 'forward' : 'backward';
      if (alt && extend) reader.move('sentence', direction, true);
      else if (alt) reader.step('sentence', direction);
      else if (mod) reader.move('paragraph', direction, extend);
      else reader.moveByLine(direction, extend);
      return true;
    }
    case 'Home':
    case 'End': {
      const edge = key === 'Home' ? 'start' : 'end';
      if (mod) reader.moveToEdge(edge, extend);
      else reader.moveToLineEdge(edge, extend);
      return true;
    }
    case 'Enter':
      // With other keys it is a command of the window, as the one that finishes the source.
      if (alt || mod) return false;
      reader.selectAtCaret();
      return true;
    case 'Escape':
      reader.clear();
      return true;
    case 'a':
    case 'A':
      if (!mod || alt) return false;
      reader.selectAll();
      return true;
    default:
      return false;
  }
}

/** Left is back in text that runs to the right, and on in text that runs to the left. */
function toward(reader: Reader, key: 'ArrowLeft' | 'ArrowRight'): Direction {
  const isLeftToRight = directionAt(reader.view, reader.from.focus) === 'ltr';
  return (key === 'ArrowRight') === isLeftToRight ? 'forward' : 'backward';
}
