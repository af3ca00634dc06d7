import type { Fonts } from './fonts';
import { usualParagraph, type ParagraphState, type State } from './state';

// Deeper ones are nonsense.
const DEEPEST_TABLE = 32;

/** Takes a control word that says how text looks. Out: whether it is one. */
export const setFormat = (state: State, fonts: Fonts, word: string, number: number | undefined): boolean =>
  setCharacterFormat(state, fonts, word, number) || setParagraphFormat(state, word, number);

function setCharacterFormat(state: State, fonts: Fonts, word: string, number: number | undefined): boolean {
  const isOn = number !== 0;
  switch (word) {
    case 'f':
      state.font = number ?? 0;
      return true;
    case 'plain':
      Object.assign(state, { font: fonts.usual, hidden: false, revision: 'none' });
      return true;
    case 'v':
      state.hidden = isOn;
      return true;
    case 'uc':
      state.fallback = Math.max(0, number ?? 1);
      return true;
    case 'revised':
      state.revision = isOn ? 'inserted' : 'none';
      return true;
    case 'deleted':
      state.revision = isOn ? 'deleted' : 'none';
      return true;
    case 'mvf':
      state.revision = isOn ? 'moved away' : 'none';
      return true;
    case 'mvt':
      state.revision = isOn ? 'moved here' : 'none';
      return true;
    case 'ansicpg':
      fonts.codePage = number ?? fonts.codePage;
      return true;
    case 'deff':
      fonts.usual = number ?? 0;
      state.font = fonts.usual;
      return true;
    case 'mac':
    case 'pc':
    case 'pca':
      fonts.codePage = { mac: 10000, pc: 437, pca: 850 }[word];
      return true;
    default:
      return false;
  }
}

function setParagraphFormat(state: State, word: string, number = 0): boolean {
  switch (word) {
    case 'pard':
      return setParagraph(state, usualParagraph);
    case 'intbl':
      return setParagraph(state, { inTable: true });
    case 'itap':
      return setParagraph(state, { depth: Math.min(DEEPEST_TABLE, Math.max(0, number)) });
    case 's':
      return setParagraph(state, { style: number });
    case 'outlinelevel':
      return setParagraph(state, { heading: number < 9 ? number + 1 : 0 });
    case 'ls':
      return setParagraph(state, { list: number > 0 ? Math.max(1, state.paragraph.list) : 0 });
    case 'ilvl':
      return setParagraph(state, { list: Math.min(9, number + 1) });
    default:
      return false;
  }
}

function setParagraph(state: State, properties: Partial<ParagraphState>): true {
  state.paragraph = { ...state.paragraph, ...properties };
  return true;
}
