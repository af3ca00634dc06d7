import { labelLanguages } from '../../model/language';
import { fold } from '../../text/fold';

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
const tags = [...alphabet.flatMap((first) => alphabet.map((second) => first + second)), 'zh-Hans', 'zh-Hant'];

const byName = new Map<string, string>();

/** Names of the languages that have a tag of two letters, in the five languages; made at first use. */
function tagByName(): ReadonlyMap<string, string> {
  if (byName.size > 0) return byName;
  for (const language of labelLanguages) {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
    for (const tag of tags) {
      const name = names.of(tag);
      if (name && !byName.has(fold(name))) byName.set(fold(name), tag);
    }
  }
  return byName;
}

/**
 * In: a language's BCP 47 tag of two letters, with or without script and region, or its name in one of the
 * five languages. Out: the tag as sources have it (`ja`; Chinese with its script: `zh-Hant` for `zh_TW`), or
 * undefined where it is none.
 */
export function languageCalled(name: string): string | undefined {
  const named = tagByName().get(fold(name.replaceAll('_', ' ')).trim());
  if (named) return named;
  const tag = name.trim().replaceAll('_', '-');
  if (!/^[a-z]{2}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(tag)) return undefined;
  const locale = new Intl.Locale(tag);
  const known = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(locale.language);
  if (known === undefined) return undefined;
  if (locale.language !== 'zh' || tag.length === 2) return locale.language;
  return `zh-${locale.maximize().script ?? 'Hans'}`;
}
