import type { TFunction } from 'i18next';
import type { ImportedNames } from '../domain/exchange/refi/content/options';
import type { RefiWords } from '../domain/exchange/refi/words';

/** What Parallax writes into a file by itself, in the language of the window. */
export const refiWords = (t: TFunction): RefiWords => ({
  include: t('exchange-report:words.include'),
  exclude: t('exchange-report:words.exclude'),
  response: t('exchange-report:words.response'),
  country: t('exchange-report:words.country'),
  date: t('exchange-report:words.date'),
  partialDate: t('exchange-report:words.partialDate'),
  documentType: t('exchange-report:words.documentType'),
  actor: t('exchange-report:words.actor'),
  outlet: t('exchange-report:words.outlet'),
  url: t('exchange-report:words.url'),
  language: t('exchange-report:words.language'),
  judgement: t('exchange-report:words.judgement'),
  memo: t('exchange-report:words.memo'),
  example: t('exchange-report:words.example'),
});

/** Names for what an imported file has no name for, in the language of the window. */
export const importedNames = (t: TFunction): ImportedNames => ({
  codebook: t('exchange-report:names.codebook'),
  imported: t('exchange-report:names.imported'),
  annotation: t('exchange-report:names.annotation'),
  unnamedCode: t('exchange-report:names.unnamedCode'),
  unknownCoder: t('exchange-report:names.unknownCoder'),
  caseVariable: t('exchange-report:names.caseVariable'),
});
