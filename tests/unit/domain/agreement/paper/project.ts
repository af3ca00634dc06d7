import { createInstance, type ResourceLanguage } from 'i18next';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperWords } from '../../../../../src-renderer/domain/agreement/paper/document';
import { paperDocument } from '../../../../../src-renderer/domain/agreement/paper/paper';
import { finish } from '../../../../../src-renderer/domain/agreement/resampling/resample';
import { agreementMaterial } from '../../../../../src-renderer/domain/agreement/study/material/from-project';
import type { AgreementRequest } from '../../../../../src-renderer/domain/agreement/study/request';
import { standardRequest } from '../../../../../src-renderer/domain/agreement/study/request';
import { study } from '../../../../../src-renderer/domain/agreement/study/study';
import { progressId } from '../../../../../src-renderer/domain/coders/progress';
import type { CodingPackage, Decision } from '../../../../../src-renderer/domain/model/collaboration';
import type { LabelLanguage } from '../../../../../src-renderer/domain/model/language';
import type { ProjectState } from '../../../../../src-renderer/domain/model/project';
import { code, coder, familyOf, guid, project, segment, source } from '../../profile/build';

const locales = join(import.meta.dirname, '../../../../../src-renderer/i18n/locales');

/** The strings of a language as the window says them. */
export async function wordsIn(language: LabelLanguage): Promise<PaperWords> {
  const strings = createInstance();
  const paper = JSON.parse(readFileSync(join(locales, language, 'paper.json'), 'utf8')) as ResourceLanguage;
  await strings.init({
    lng: language,
    resources: { [language]: { paper } },
    interpolation: { escapeValue: false },
  });
  return {
    language,
    say: ({ key, params }) => {
      if (!strings.exists(key, { ns: 'paper', ...params })) throw new Error(`no string ${key}`);
      return strings.t(key, { ns: 'paper', ...params });
    },
    countryName: (country) => country,
    languageName: (tag) => tag,
  };
}

export const modes = familyOf('mode', 'M', 3);
const names = ['a', 'b', 'c', 'd'];

export const packageFor = (name: string, more: Partial<CodingPackage> = {}): CodingPackage => ({
  id: guid(name),
  name,
  round: 1,
  purpose: 'second-coder',
  coderId: guid('ben'),
  recodeOf: null,
  sourceIds: names.map(guid),
  familyIds: [guid('mode')],
  frozen: true,
  sampling: { kind: 'random', of: 5, seed: 42, strata: ['country', 'language'] },
  createdBy: guid('ana'),
  createdAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

export const decision = (name: string, more: Partial<Decision>): Decision => ({
  id: guid(name),
  sourceId: guid('a'),
  start: 0,
  end: 10,
  kind: 'different-code',
  considered: [
    { segmentId: guid('considered'), coderId: guid('ana'), start: 0, end: 10, tags: [guid('M1')] },
  ],
  settlement: 'first',
  result: [],
  note: '',
  coderId: guid('ana'),
  at: '2026-02-01T00:00:00.000Z',
  ...more,
});

/** Four sources coded by two, one by one; the third code by nobody. */
export const doubleCoded = (rows: Parameters<typeof project>[0] = {}): ProjectState =>
  project({
    sources: [...names, 'alone'].map((name, i) =>
      source(name, i < 2 ? 'JP' : 'KR', { language: i < 2 ? 'ja' : 'ko' }),
    ),
    families: [modes.family],
    codes: [...modes.codes, code('F1', 'free', null)],
    coders: ['ana', 'ben'].map(coder),
    segments: names
      .flatMap((name, i) => [
        segment(`ana ${name}`, name, [0, 100 + i], ['M1'], { coderId: guid('ana') }),
        segment(`ana2 ${name}`, name, [300, 400], ['M2'], { coderId: guid('ana') }),
        segment(`ben ${name}`, name, [i * 10, 100], ['M1'], { coderId: guid('ben') }),
        segment(`ben2 ${name}`, name, [320, 400], [i === 3 ? 'M1' : 'M2'], { coderId: guid('ben') }),
      ])
      .concat(segment('alone', 'alone', [0, 10], ['M1'], { coderId: guid('ana') })),
    progress: names.slice(1).flatMap((name) =>
      ['ana', 'ben'].map((who) => ({
        id: progressId(guid(name), guid(who)),
        sourceId: guid(name),
        coderId: guid(who),
        finished: true,
        at: '2026-01-02T00:00:00.000Z',
      })),
    ),
    ...rows,
  });

export const requestOf = (state: ProjectState): AgreementRequest => ({
  ...standardRequest,
  coders: [...state.coders.keys()],
  codes: { family: 'mode' },
  per: ['code', 'country', 'language', 'pair'],
  bootstrap: { resamples: 200, seed: 7 },
});

export function reportOf(state: ProjectState) {
  const request = requestOf(state);
  return finish(study(agreementMaterial(state, request), request));
}

export async function documentOf(
  state: ProjectState,
  language: LabelLanguage = 'en',
  open: number | null = null,
) {
  const wishes = { request: requestOf(state), naming: 'pseudonyms' as const, open, software: 'Parallax 0.1' };
  return paperDocument(state, reportOf(state), wishes, await wordsIn(language));
}
