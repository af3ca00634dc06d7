import { createInstance, type ResourceLanguage } from 'i18next';
import changeStrings from '../../src-renderer/i18n/locales/en/change.json';
import reportStrings from '../../src-renderer/i18n/locales/en/exchange-report.json';
import importStrings from '../../src-renderer/i18n/locales/en/import-messages.json';
import type { Message } from '../../src-renderer/domain/model/message';
import type { Refusal } from '../../src-renderer/domain/model/refusal';
import ownStrings from './strings.json';

const strings = createInstance();
await strings.init({
  lng: 'en',
  resources: {
    en: {
      cli: ownStrings as ResourceLanguage,
      change: changeStrings as ResourceLanguage,
      'exchange-report': reportStrings as ResourceLanguage,
      'import-messages': importStrings as ResourceLanguage,
    },
  },
  defaultNS: 'cli',
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** In: a key of strings.json and what its sentence names. Out: the sentence. */
export const say = (key: string, params: Message['params'] = {}): string => strings.t(key, params);

/** In: why something was not done. Out: the sentence. */
export const refusalText = ({ kind, params }: Refusal<string>): string =>
  strings.t(`failure.${kind}`, { ns: 'change', ...params });

/** In: what reading or writing a project had to say. Out: the sentence. */
export const reportText = ({ key, params }: Message): string =>
  strings.t(key, { ns: 'exchange-report', ...params });

/** Why a file was not read; a line and column where its XML has the fault. */
export interface ReadFailure {
  readonly kind: string;
  readonly detail: string;
  readonly line?: number;
  readonly column?: number;
}

/** In: why a project or codebook was not read. Out: the sentence, or the detail where there is none. */
export const failureText = ({ kind, detail, ...place }: ReadFailure): string =>
  strings.exists(`failure.${kind}`, { ns: 'exchange-report' })
    ? strings.t(`failure.${kind}`, { ns: 'exchange-report', detail, name: detail, ...place })
    : detail || kind;

/** In: what an importer had to say of a document. Out: the sentence. */
export const importText = (message: Message): string =>
  strings.t(`warning.${message.key}`, { ns: 'import-messages', ...message.params });

/** In: why a document was not imported. Out: the sentence. */
export const importFailureText = (kind: string, detail: string): string =>
  strings.t(`failure.${kind}`, { ns: 'import-messages', detail });
