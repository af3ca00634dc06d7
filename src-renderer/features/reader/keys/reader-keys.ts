/** Keys of the commands of the reader; the first is shown. */
export const commandKeys = {
  palette: ['/', 'c'],
  repeat: ['r'],
  unsure: ['u'],
  stance: ['q'],
  memo: ['m'],
  remove: ['Delete', 'Backspace'],
  merge: ['j'],
  nextSegment: ['n'],
  previousSegment: ['Shift+N'],
  selectWord: ['w'],
  selectSentence: ['s'],
  selectParagraph: ['p'],
  extendEnd: ['Alt+Shift+ArrowRight', ']'],
  shrinkEnd: ['Alt+Shift+ArrowLeft', '['],
  extendStart: ['Mod+Alt+Shift+ArrowLeft', '{'],
  shrinkStart: ['Mod+Alt+Shift+ArrowRight', '}'],
  find: ['Mod+F'],
  findNext: ['F3', 'Mod+G'],
  findPrevious: ['Shift+F3', 'Mod+Shift+G'],
} as const satisfies Record<string, readonly string[]>;

/** Keys that show and hide what stands beside the text. */
export const panelKeys = { sources: 'l', inspector: 'i' } as const;

/** Keys that say how far one is, and hide what others coded. */
export const stateKeys = { finish: 'Alt+Enter', blind: 'b' } as const;

interface KeyLine {
  readonly name: string;
  readonly combinations: readonly string[];
}

/** What the help shows, by what one wants to do. */
export const readerKeys: readonly { readonly group: string; readonly keys: readonly KeyLine[] }[] = [
  {
    group: 'select',
    keys: [
      { name: 'grapheme', combinations: ['Shift+ArrowLeft', 'Shift+ArrowRight'] },
      { name: 'word', combinations: ['w'] },
      { name: 'sentence', combinations: ['s'] },
      { name: 'paragraph', combinations: ['p'] },
      { name: 'nextSentence', combinations: ['Alt+ArrowDown', 'Alt+ArrowUp'] },
    ],
  },
  {
    group: 'code',
    keys: [
      { name: 'modes', combinations: ['1', '2', '3', '4'] },
      { name: 'palette', combinations: ['/'] },
      { name: 'repeat', combinations: ['r'] },
    ],
  },
  {
    group: 'segments',
    keys: [
      { name: 'next', combinations: ['n', 'Shift+N'] },
      { name: 'here', combinations: ['Enter'] },
      { name: 'ends', combinations: ['[', ']'] },
      { name: 'memo', combinations: ['m'] },
      { name: 'unsure', combinations: ['u'] },
      { name: 'stance', combinations: ['q'] },
      { name: 'remove', combinations: ['Delete'] },
    ],
  },
];
