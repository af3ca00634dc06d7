const modifiers: Readonly<Record<string, string>> = { Mod: 'CommandOrControl', Shift: 'Shift', Alt: 'Alt' };

const named: Readonly<Record<string, string>> = {
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Enter',
  Escape: 'Escape',
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

/**
 * In: keys as the renderer writes them, for example 'Mod+Shift+Z' or 'Mod++'. Out: Electron's name for them;
 * undefined for what Electron would not take, since one unknown key makes it refuse the whole menu.
 */
export function acceleratorOf(keys: string): string | undefined {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  const key = parts.pop() ?? '';
  const held = parts.map((part) => modifiers[part]);
  const code = /^([\x21-\x7e]|F([1-9]|1\d|2[0-4]))$/.test(key) && key !== '+' ? key : named[key];
  if (code === undefined || held.includes(undefined)) return undefined;
  return [...held, code].join('+');
}
