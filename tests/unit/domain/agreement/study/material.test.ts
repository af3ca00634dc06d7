import { describe, expect, it } from 'vitest';
import { finish } from '../../../../../src-renderer/domain/agreement/resampling/resample';
import {
  agreementMaterial,
  comparedCodes,
  textsNeeded,
  withTexts,
} from '../../../../../src-renderer/domain/agreement/study/material/from-project';
import { namedReport, reportNames } from '../../../../../src-renderer/domain/agreement/study/named';
import { standardRequest } from '../../../../../src-renderer/domain/agreement/study/request';
import { study } from '../../../../../src-renderer/domain/agreement/study/study';
import { generateProject } from '../../../../generator/project';

const { state, texts } = generateProject({ seed: 3, sources: 6, segments: 90, coders: 3, length: 600 });
const coders = [...state.coders.keys()];
const request = { ...standardRequest, bootstrap: null, coders, codes: { family: 'mode' } };

describe('the material of a request', () => {
  it('leaves out sources that fewer than two coders looked at, and says so', () => {
    const alone = agreementMaterial(state, { ...request, coders: coders.slice(0, 1) });
    expect(alone.documents).toEqual([]);
    expect(new Set(alone.leftOut.map(({ reason }) => reason))).toEqual(new Set(['one-coder']));
    expect(agreementMaterial(state, { ...request, coders: [] }).leftOut[0]?.reason).toBe('no-coder');
  });

  it('counts codes below a compared one as that one', () => {
    const { codes, columnOf } = comparedCodes(state, { family: 'mode' });
    expect(codes.length).toBeGreaterThan(3);
    const [child, parent] =
      [...state.codes.values()].flatMap(({ id, parentId }) =>
        parentId !== null && codes.includes(parentId) ? [[id, parentId] as const] : [],
      )[0] ?? [];
    if (child && parent) {
      expect(columnOf.get(child)).toBe(parent);
      const both = comparedCodes(state, { codes: [parent, child] });
      expect([both.columnOf.get(child), both.columnOf.get(parent)]).toEqual([child, parent]);
    }
  });

  it('keeps to the sources that are asked for', () => {
    const [source] = state.sources.values();
    const one = agreementMaterial(state, { ...request, sources: { ids: [source?.id ?? ''] } });
    expect(one.documents.map(({ id }) => id)).toEqual([source?.id]);
    expect(agreementMaterial(state, { ...request, sources: { countries: ['??'] } }).documents).toEqual([]);
  });

  it('needs texts for sentences, and leaves out what has none', () => {
    const material = agreementMaterial(state, request);
    expect(textsNeeded(material, 'sentence')).toHaveLength(material.documents.length);
    const needed = textsNeeded(material, 'paragraph');
    const some = new Map([...texts].slice(1));
    const ready = withTexts(material, needed, some);
    expect(ready.leftOut.filter(({ reason }) => reason === 'no-text')).toHaveLength(1);
    const report = finish(study(ready, { ...request, unit: 'paragraph' }));
    expect(report.n).toBeGreaterThan(report.documents.length);
  });

  it('goes out with names in place of ids', () => {
    const material = agreementMaterial(state, request);
    const report = finish(study(material, { ...request, per: ['code', 'pair'] }));
    const named = namedReport(report, reportNames(state, report, 'en'));
    expect(named.coders).toEqual(coders.map((id) => state.coders.get(id)?.name));
    expect(JSON.stringify(named.results)).not.toContain(coders[0]);
    expect(named.results.map(({ value }) => value)).toEqual(report.results.map(({ value }) => value));
  });
});
