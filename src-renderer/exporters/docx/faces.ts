import type { IRunOptions } from 'docx';
import type { LabelLanguage } from '../../domain/model/language';

/** The face of East Asian text and the language tag, as Word writes it; every Word has these faces or knows stand-ins. */
const eastAsian: { readonly [language in LabelLanguage]: { readonly face: string; readonly tag: string } } = {
  en: { face: 'Yu Mincho', tag: 'ja-JP' },
  ja: { face: 'Yu Mincho', tag: 'ja-JP' },
  ko: { face: 'Batang', tag: 'ko-KR' },
  'zh-Hans': { face: 'SimSun', tag: 'zh-CN' },
  'zh-Hant': { face: 'PMingLiU', tag: 'zh-TW' },
};
const LATIN = 'Times New Roman';

/** What sets a text of a language in its typeface: Word picks the face by script, the script by language. */
export const faceOf = (language: LabelLanguage): Pick<IRunOptions, 'font' | 'language'> => ({
  font: {
    ascii: LATIN,
    hAnsi: LATIN,
    cs: LATIN,
    eastAsia: eastAsian[language].face,
    ...(language === 'en' ? {} : { hint: 'eastAsia' }),
  },
  language: { value: 'en-US', eastAsia: eastAsian[language].tag },
});

/** The label language whose face a text in any language is set in. In: a BCP 47 tag or ''. */
export function faceLanguage(tag: string): LabelLanguage {
  const [language, ...rest] = tag.toLowerCase().split('-');
  if (language === 'ja' || language === 'ko') return language;
  if (language !== 'zh') return 'en';
  return rest.some((part) => part === 'hant' || part === 'tw' || part === 'hk' || part === 'mo')
    ? 'zh-Hant'
    : 'zh-Hans';
}
