import { chineseScript } from './chinese';

const SAMPLE = 4000;
const SLICES = 4;
const FEWEST_LETTERS = 20;
// An East Asian character says about as much as this many letters of an alphabet.
const WEIGHT_OF_HAN = 2.5;
const WEIGHT_OF_SYLLABLE = 2;

const ENGLISH = /\b(the|of|and|to|in|is|that|for|was|with|are|by|this|be|on|as|it|from|which|not)\b/gi;
// About four in ten words of English prose are such words; in other languages' prose hardly one in twenty.
const ENGLISH_SHARE = 0.2;

interface Scripts {
  kana: number;
  hangul: number;
  han: number;
  alphabetic: number;
}

/**
 * Guesses the language of a text from samples spread over it.
 * Out: ja, ko, zh-Hans, zh-Hant, or an ISO 639-1 tag such as en or fr; '' when there is too little text or
 * no language is likely enough.
 */
export async function guessLanguage(text: string): Promise<string> {
  const sample = sampleOf(text);
  const { kana, hangul, han, alphabetic } = countScripts(sample);
  const eastAsian = WEIGHT_OF_HAN * han + WEIGHT_OF_SYLLABLE * (kana + hangul);
  if (eastAsian + alphabetic < FEWEST_LETTERS) return '';
  if (eastAsian < alphabetic) return guessAlphabetic(sample);
  // Korean and Japanese are full of Han, Chinese of neither Hangul nor kana.
  if (hangul > kana && hangul > 0.2 * han) return 'ko';
  if (kana > 0.05 * han) return 'ja';
  return chineseScript(sample);
}

/** Slices from all over the text: a document often begins with a page in another language. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const slice = (_: unknown, i: number) => {
    const start = Math.floor((i * text.length) / SLICES);
    return text.slice(start, start + SAMPLE / SLICES);
  };
  return Array.from({ length: SLICES }, slice).join('\n');
}

/** One pass over the UTF-16 units: four patterns over the same sample take ten times as long. */
function countScripts(sample: string): Scripts {
  const scripts = { kana: 0, hangul: 0, han: 0, alphabetic: 0 };
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (unit < 0x80) {
      const lower = unit | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) scripts.alphabetic++;
    } else if (unit >= 0x4e00 && unit <= 0x9fff) scripts.han++;
    else if (unit >= 0x3041 && unit <= 0x30fa) scripts.kana++;
    else if (unit >= 0xac00 && unit <= 0xd7af) scripts.hangul++;
    else if (unit >= 0x3400 && unit <= 0x4dbf) scripts.han++;
    // Greek, Cyrillic, Hebrew, Arabic, Thai and the rest of the alphabets, marks among them.
    else if (unit >= 0xc0 && unit < 0x2000) scripts.alphabetic++;
  }
  return scripts;
}

async function guessAlphabetic(sample: string): Promise<string> {
  // The detector is a megabyte of tables: most imports are spared loading it.
  const words = sample.split(/\s+/).length;
  if ((sample.match(ENGLISH)?.length ?? 0) > ENGLISH_SHARE * words) return 'en';
  const { eld } = await import('eld/small');
  const guess = eld.detect(sample);
  return guess.isReliable() ? guess.language : '';
}
