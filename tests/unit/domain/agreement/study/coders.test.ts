import { describe, expect, it } from 'vitest';
import { progressId } from '../../../../../src-renderer/domain/coders/progress';
import {
  codingCoders,
  startCoders,
} from '../../../../../src-renderer/domain/agreement/study/material/coders';
import type { CodingPackage } from '../../../../../src-renderer/domain/model/collaboration';
import { coder, familyOf, guid, project, segment, source } from '../../profile/build';

const modes = familyOf('mode', 'M', 1);
const recode: CodingPackage = {
  ...{ id: guid('pack'), name: 'Recode', round: 1, purpose: 'recode', sourceIds: [guid('s')], familyIds: [] },
  ...{ coderId: guid('ana again'), recodeOf: guid('ana'), createdBy: guid('ana'), createdAt: '' },
  ...{ frozen: true, sampling: { kind: 'all', of: 1 } },
};

/** Ana and Ana again coded, Ben found nothing to code, Eva did not look, and there is an agreed layer. */
const projectOf = (finished: readonly string[]) =>
  project({
    project: [
      {
        ...{ id: guid('p'), name: '', createdAt: '', currentCoderId: guid('ana') },
        ...{ agreedCoderId: guid('layer') },
      },
    ],
    sources: [source('s', 'JP')],
    families: [modes.family],
    codes: [...modes.codes],
    coders: ['ana', 'ana again', 'ben', 'eva', 'layer'].map(coder),
    segments: ['ana', 'ana again', 'layer'].map((name) =>
      segment(name, 's', [0, 10], ['M1'], { coderId: guid(name) }),
    ),
    packages: [recode],
    progress: finished.map((name) => ({
      id: progressId(guid('s'), guid(name)),
      ...{ sourceId: guid('s'), coderId: guid(name), finished: true, at: '' },
    })),
  });

describe('who is compared', () => {
  it('is whoever coded or finished something, never the agreed layer', () => {
    expect(codingCoders(projectOf(['ben']))).toEqual(['ana', 'ana again', 'ben'].map(guid));
  });

  it('leaves second codings by one person out among others', () => {
    expect(startCoders(projectOf(['ben']))).toEqual([guid('ana'), guid('ben')]);
  });

  it('takes them in where there is nobody else', () => {
    expect(startCoders(projectOf([]))).toEqual([guid('ana'), guid('ana again')]);
  });
});
