import { StrictMode } from 'react';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import type { Services } from './application/services';
import { currentLanguage, preferredLanguage, startI18n } from './i18n';
import { createPlatform } from './platform';
import { App } from './shell/app';
import { reopenProject } from './shell/open-project';
import { IndexedDbStorage } from './storage';
import { applyTheme, isTheme } from './ui/theme/theme';
import './ui/theme/base.css';
import { createAnalysis } from './workers/analysis';
import { createExchange } from './workers/exchange';
import { createParserPool } from './workers/parser-pool';

const services: Services = {
  storage: new IndexedDbStorage(),
  platform: createPlatform(),
  parser: createParserPool(),
  exchange: createExchange(),
  analysis: createAnalysis(),
  stamp: {
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
    get language() {
      return currentLanguage(i18next.language);
    },
  },
  resources: {
    codebook: async () => (await import('@resources/codebook.json')).default,
    sample: async () => (await import('@resources/sample')).default,
  },
};

async function start(root: HTMLElement) {
  const [language, theme] = await Promise.all([
    services.storage.readSetting('language'),
    services.storage.readSetting('theme'),
  ]);
  applyTheme(isTheme(theme) ? theme : 'system');
  await startI18n(preferredLanguage(typeof language === 'string' ? [language] : navigator.languages));
  const reopened = await reopenProject(services);
  createRoot(root).render(
    <StrictMode>
      <App services={services} reopened={reopened} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has an element with the id root');
void start(root);
