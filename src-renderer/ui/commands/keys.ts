/** Key combinations are written `Mod+Shift+Z`: Mod is ⌘ on a Mac and Ctrl elsewhere. */
interface Combination {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

/** Whether the keys of this computer are a Mac's. */
export const isMac = () => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

function parse(keys: string): Combination {
  // A trailing plus is the key itself: "Mod++".
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return {
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: parts.at(-1) || '+',
  };
}

/** Whether a key event is the combination. Letters and digits also match by place, for keyboards of other scripts. */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const wanted = parse(keys);
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const otherMod = isMac() ? event.ctrlKey : event.metaKey;
  if (mod !== wanted.mod || otherMod || event.altKey !== wanted.alt) return false;
  const isCharacter = wanted.key.length === 1;
  const isLetterOrDigit = /^[a-z0-9]$/i.test(wanted.key);
  // Punctuation may need Shift on some keyboards; letters, digits and named keys are exact.
  if ((isLetterOrDigit || !isCharacter) && event.shiftKey !== wanted.shift) return false;
  if (event.key.toLowerCase() === wanted.key.toLowerCase()) return true;
  return (
    isLetterOrDigit &&
    (event.code === `Key${wanted.key.toUpperCase()}` || event.code === `Digit${wanted.key}`) &&
    !/^[a-z0-9]$/i.test(event.key)
  );
}

/** True for a combination that would otherwise type a character into a field. */
export function typesCharacter(keys: string): boolean {
  const { mod, alt, key } = parse(keys);
  return !mod && !alt && (key.length === 1 || ['Space', 'Enter', 'Backspace', 'Delete'].includes(key));
}

const names: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
};

/** The parts of a combination as this computer writes them, in order. */
export function keyParts(keys: string): readonly string[] {
  const { mod, shift, alt, key } = parse(keys);
  const mac = isMac();
  return [
    mod && (mac ? '⌘' : 'Ctrl'),
    alt && (mac ? '⌥' : 'Alt'),
    shift && (mac ? '⇧' : 'Shift'),
    names[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ].filter((part) => part !== false);
}
