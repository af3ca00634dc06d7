import { describe, expect, test } from 'vitest';
import { lookedAt, progressId } from '../../../../src-renderer/domain/coders/progress';
import { agreementMaterial } from '../../../../src-renderer/domain/agreement/study/material/from-project';
import { standardRequest } from '../../../../src-renderer/domain/agreement/study/request';
import { differencesOf } from '../../../../src-renderer/domain/agreement/settle/differences';
import type { CoderProgress, CodingPackage } from '../../../../src-renderer/domain/model/collaboration';
import { coder, familyOf, guid, project, segment, source } from '../profile/build';

const modes = familyOf('mode', 'M', 2);
const actors = familyOf('actor', 'A', 2);
const pack: CodingPackage = {
  ...{ id: guid('pack'), name: 'Modes only', round: 1, purpose: 'second-coder', coderId: guid('ben') },
  ...{ recodeOf: null, sourceIds: [guid('s')], familyIds: [modes.family.id], frozen: true },
  ...{ sampling: { kind: 'all', of: 2 }, createdBy: guid('ana'), createdAt: '' },
};
const done = (name: string, by: string): CoderProgress => ({
  id: progressId(guid(name), guid(by)),
  ...{ sourceId: guid(name), coderId: guid(by), finished: true, at: '' },
});
const state = project({
  project: [{ id: guid('p'), name: '', createdAt: '', currentCoderId: guid('ana') } as { id: string }],
  sources: [source('s', 'JP'), source('other', 'JP')],
  families: [modes.family, actors.family],
  codes: [...modes.codes, ...actors.codes],
  coders: [coder('ana'), coder('ben')],
  segments: [
    segment('1', 's', [0, 10], ['M1', 'A1'], { coderId: guid('ana') }),
    segment('2', 's', [0, 10], ['M1'], { coderId: guid('ben') }),
  ],
  packages: [pack],
  progress: [done('s', 'ana'), done('s', 'ben'), done('other', 'ana'), done('other', 'ben')],
});
const request = { ...standardRequest, coders: [guid('ana'), guid('ben')], sources: {} } as const;

describe('a coder whose package held some families', () => {
  test('looked for these alone in its sources, and for everything in others', () => {
    const looked = (name: string, family: string) => lookedAt(state, guid(name), guid('ben'), [guid(family)]);
    expect([looked('s', 'mode'), looked('s', 'actor'), looked('other', 'actor')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(lookedAt(state, guid('s'), guid('ana'), [guid('actor')])).toBe(true);
  });

  test('is not silent about the others where coders are compared', () => {
    const documents = (family: string) =>
      agreementMaterial(state, { ...request, codes: { family } }).documents.map(({ id }) => id);
    expect(documents('mode')).toEqual([guid('s'), guid('other')]);
    expect(documents('actor')).toEqual([guid('other')]);
    const differences = (codes: readonly string[]) =>
      differencesOf(state, { coders: [guid('ana'), guid('ben')], codes: new Set(codes.map(guid)) });
    expect(differences(['A1', 'A2'])).toEqual([]);
    expect(differences(['M1', 'M2']).map(({ kind }) => kind)).toEqual(['agreed']);
  });
});
