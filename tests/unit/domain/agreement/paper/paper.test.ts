import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { coefficientText, figureText } from '../../../../../src-renderer/domain/agreement/paper/document';
import { paperFacts } from '../../../../../src-renderer/domain/agreement/paper/facts';
import { paperHtml } from '../../../../../src-renderer/domain/agreement/paper/html';
import { paperCsv, paperText } from '../../../../../src-renderer/domain/agreement/paper/paper';
import { labelLanguages } from '../../../../../src-renderer/domain/model/language';
import { writePaper } from '../../../../../src-renderer/exporters/paper/write';
import { coder, guid } from '../../profile/build';
import { decision, documentOf, doubleCoded, packageFor, reportOf } from './project';

const gapsOf = ({ paragraphs }: Awaited<ReturnType<typeof documentOf>>) =>
  paragraphs.flat().flatMap(({ text, isGap }) => (isGap ? text : []));

describe('the methods section', () => {
  it('says what is known, and leaves what is not to the author', async () => {
    const paper = await documentOf(doubleCoded());
    const text = paperText(paper);
    expect(text).toContain('2 coders took part (C1 and C2).');
    expect(text).toContain('Of 5 sources, 4 (80%; 4,000 characters, 80% of the corpus) were coded');
    expect(text).toContain('For one of these, a coder had not marked the coding as finished.');
    expect(text).toContain('200 bootstrap resamples of whole sources (Efron & Tibshirani, 1993; seed 7)');
    expect(text).toContain('All figures were computed with Parallax 0.1.');
    expect(gapsOf(paper)).toEqual([
      '[Describe how the double-coded sources were chosen.]',
      '[State whether C1 and C2 coded without seeing the codings of others.]',
      '[Describe the coders’ qualification and training.]',
      '[State how disagreements were dealt with.]',
    ]);
  });

  it('tells how packages were drawn, with strata and seed, and who worked blind', async () => {
    const text = paperText(await documentOf(doubleCoded({ packages: [packageFor('one')] })));
    expect(text).toContain(
      'In round 1, 4 of 5 sources were drawn at random without replacement for C2, stratified by country and language with proportional allocation (generator: mulberry32; seed 42).',
    );
    expect(text).toContain('C2 worked from a package that held the sources and the codebook');
    expect(text).toContain('[State whether C1 coded without seeing the codings of others.]');
    expect(text).toContain('The codebook could not be changed');
  });

  it('prints the figures of the report itself', async () => {
    const state = doubleCoded();
    const report = reportOf(state);
    const text = paperText(await documentOf(state));
    const figure = report.results.find(
      ({ coefficient, scope }) =>
        coefficient === 'uAlpha' && scope.code === report.codes[0] && Object.keys(scope).length === 1,
    );
    expect(figure?.value).not.toBeNull();
    expect(text).toContain(
      `${coefficientText(figure!.value!)} for M1, 95% CI [${coefficientText(figure!.low!)}, ${coefficientText(figure!.high!)}]`,
    );
    expect(text).toContain('For M3 it is undefined: ');
  });

  it('counts how disagreements were settled, those agreed from the start left out', async () => {
    const decisions = [
      decision('1', {}),
      decision('2', { settlement: 'second' }),
      decision('3', { settlement: 'edited' }),
      decision('4', { kind: 'agreed', settlement: 'both' }),
      // Of another family: no more of this report than what is open there.
      decision('5', {
        considered: [
          { segmentId: guid('x'), coderId: guid('ana'), start: 0, end: 10, tags: [guid('other')] },
        ],
      }),
    ];
    const text = paperText(await documentOf(doubleCoded({ decisions }), 'en', 2));
    expect(text).toContain(
      '3 disagreements were decided on: in 2, one coder’s coding was taken, in 0 both, in 1 a new one, and in 0 none. 2 disagreements remain open.',
    );
  });

  it.each(labelLanguages)('has every sentence in %s', async (language) => {
    const rows = {
      packages: [
        packageFor('one'),
        packageFor('two', { round: 2, sampling: { kind: 'all', of: 5 } }),
        packageFor('three', { round: 3, sampling: { kind: 'chosen', of: 5 } }),
        packageFor('four', { round: 4, sampling: { kind: 'random', of: 5, seed: 1, strata: [] } }),
      ],
      decisions: [decision('1', {})],
    };
    const paper = await documentOf(doubleCoded(rows), language, 1);
    expect(paper.tables.map(({ key }) => key)).toEqual([
      'coders',
      'samples',
      'agreement_by_code',
      'agreement_by_country',
      'agreement_by_language',
      'disagreements',
    ]);
    expect(paperText(paper)).not.toMatch(/\{\{|undefined undefined/);
  });
});

describe('the names of coders', () => {
  it('are pseudonyms, or initials that are told apart', () => {
    const state = doubleCoded({ coders: [coder('ana'), { ...coder('ben'), initials: 'an' }] });
    const named = (naming: 'pseudonyms' | 'initials') =>
      paperFacts(state, reportOf(state), naming).coders.map(({ name }) => name);
    expect(named('pseudonyms')).toEqual(['C1', 'C2']);
    expect(named('initials')).toEqual(['an1', 'an2']);
  });
});

describe('figures in print', () => {
  it('have two decimals, no zero in front, and a dash where undefined', () => {
    expect([0.714, 1, -0.08, 0, -0.004].map(coefficientText)).toEqual(['.71', '1.00', '−.08', '.00', '.00']);
    expect(figureText({ value: 0.714, low: 0.6, high: 0.79, reason: null })).toBe('.71 [.60, .79]');
    expect(figureText({ value: null, low: null, high: null, reason: 'no-variation' })).toBe('—');
  });
});

describe('the files', () => {
  it('CSV has a line for each cell, in full, with the reason where undefined', async () => {
    const state = doubleCoded();
    const report = reportOf(state);
    const lines = paperCsv(await documentOf(state))
      .slice(1)
      .split('\r\n');
    expect(lines[0]).toBe('table,row,column,value,low,high,reason');
    const figure = report.results.find(
      ({ coefficient, scope }) =>
        coefficient === 'uAlpha' && scope.code === report.codes[0] && Object.keys(scope).length === 1,
    );
    expect(lines).toContain(
      `agreement_by_code,M1,u_alpha,${figure!.value!},${figure!.low!},${figure!.high!},`,
    );
    expect(lines.some((line) => line.startsWith('agreement_by_code,M3,u_alpha,,,,no-variation'))).toBe(true);
    expect(lines.some((line) => line.startsWith('agreement_by_country,JP · M1,u_alpha,'))).toBe(true);
  });

  it('HTML escapes, marks gaps, and asks for nothing from elsewhere', async () => {
    const html = paperHtml(await documentOf(doubleCoded()));
    expect(html).toContain('<mark>[Describe the coders’ qualification and training.]</mark>');
    expect(html).toContain('Efron &amp; Tibshirani');
    expect(html).not.toMatch(/<script|https?:/);
  });

  it('DOCX holds paragraphs, tables and references', async () => {
    const bytes = await writePaper(await documentOf(doubleCoded(), 'ja'), 'docx');
    const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
    expect(xml).toContain('コード別の一致度');
    expect(xml).toContain('Krippendorff, K.');
    expect(xml.match(/<w:tbl>/g)).toHaveLength(4);
    expect(xml).toContain('w:highlight w:val="lightGray"');
  });
});
