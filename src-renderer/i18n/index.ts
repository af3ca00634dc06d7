import i18next, { type Resource, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { labelLanguages, type LabelLanguage } from '../domain/model/language';

export const interfaceLanguages = labelLanguages;
export type InterfaceLanguage = LabelLanguage;

/** Each language in its own words, for the settings. */
export const languageNames: Record<InterfaceLanguage, string> = {
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

const files = import.meta.glob<{ default: ResourceLanguage }>('./locales/*/*.json', { eager: true });

/** `./locales/<language>/<namespace>.json` → resources[language][namespace]. */
function resources(): Resource {
  const all: Resource = {};
  for (const [path, file] of Object.entries(files)) {
    const [, , language, name] = path.split('/');
    if (!language || !name) continue;
    (all[language] ??= {})[name.replace('.json', '')] = file.default;
  }
  return all;
}

/** The interface language for a list of languages the person prefers (BCP 47). */
export function preferredLanguage(wanted: readonly string[]): InterfaceLanguage {
  for (const tag of wanted) {
    const locale = new Intl.Locale(tag).maximize();
    const id =
      locale.language === 'zh' ? (locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans') : locale.language;
    const known = interfaceLanguages.find((language) => language === id);
    if (known) return known;
  }
  return 'en';
}

/** Starts the strings; English stands in for what a language lacks. */
export async function startI18n(language: InterfaceLanguage): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: resources(),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
  });
}

export const changeLanguage = (language: InterfaceLanguage): Promise<unknown> =>
  i18next.changeLanguage(language);

/** The interface language now, for labels of codes and names of countries. */
export const currentLanguage = (language: string): InterfaceLanguage => preferredLanguage([language || 'en']);
