import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { codebookQdc, type QdcOptions } from '../../../../src-renderer/domain/exchange/codebook/qdc';
import type { ProjectState } from '../../../../src-renderer/domain/model/project';
import { code, family, guid, project } from '../../domain/profile/build';

const schema = readFileSync(resolve(import.meta.dirname, '../../../fixtures/refi/Codebook.xsd'), 'utf8');
const options: QdcOptions = {
  language: 'en',
  origin: 'Parallax 0.1.0',
  headings: { include: 'Include', exclude: 'Exclude', response: 'Response' },
};

async function violations(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'codebook.qdc', contents: xml },
    schema: { fileName: 'Codebook.xsd', contents: schema },
  });
  return errors.map(({ message }) => message);
}

function write(state: ProjectState, more: Partial<QdcOptions> = {}) {
  const result = codebookQdc(state, { ...options, ...more });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}
const GUID = (name: string) => guid(name).toUpperCase();
const names = (xml: string) => [...xml.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name);

const modes = project({
  families: [family('mode'), family('form', { enabled: false, order: 1 })],
  codes: [
    code('M', 'mode', null, { codable: false, symbol: 'none', labels: { en: 'Mode', ja: '様式' } }),
    code('M2', 'mode', 'M', { order: 1, color: '#B0306A', labels: { en: 'Prostitution problem' } }),
    code('M1', 'mode', 'M', {
      labels: { en: 'Immigration crime', ja: '移民犯罪・不法入国問題' },
      definition: 'Told as unlawful entry.',
      include: 'Overstay & forged papers.',
      exclude: 'Gangs (M3).',
      response: 'stricter border control',
      indicators: { en: ['overstay'] },
      shortcut: '1',
    }),
    code('M1a', 'mode', 'M1', { labels: { en: 'Border as threat' } }),
    code('F', 'form', null, { codable: false, labels: { en: 'Form' } }),
  ],
});

describe('codebook as REFI-QDA', () => {
  it('is valid, in order, with hierarchy, folders, colours and descriptions', async () => {
    const { xml } = write(modes);
    expect(await violations(xml)).toEqual([]);
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Parallax 0.1.0">
 <Codes>
  <Code guid="${GUID('M')}" name="Mode" isCodable="false" color="#332288">
   <Code guid="${GUID('M1')}" name="Immigration crime" isCodable="true" color="#332288">
    <Description>Told as unlawful entry.

Include: Overstay &amp; forged papers.

Exclude: Gangs (M3).

Response: stricter border control</Description>
    <Code guid="${GUID('M1a')}" name="Border as threat" isCodable="true" color="#332288"/>
   </Code>
   <Code guid="${GUID('M2')}" name="Prostitution problem" isCodable="true" color="#B0306A"/>
  </Code>
 </Codes>
</CodeBook>
`);
  });

  it('writes the families and the language asked for', () => {
    expect(names(write(modes, { families: [guid('form')] }).xml)).toEqual(['Form']);
    expect(names(write(modes, { language: 'ja' }).xml).slice(0, 2)).toEqual([
      '様式',
      '移民犯罪・不法入国問題',
    ]);
  });

  it('says what the format does not carry', () => {
    expect(write(modes).losses).toEqual([
      { key: 'loss.languages', params: { count: 2 } },
      { key: 'loss.indicators', params: { count: 1 } },
      { key: 'loss.looks', params: { count: 3 } },
      { key: 'loss.shortcuts', params: { count: 1 } },
    ]);
  });

  it('refuses a codebook without a code, which could not be valid', () => {
    expect(codebookQdc(project({ families: [family('mode')] }), options)).toEqual({
      ok: false,
      error: { kind: 'no-codes' },
    });
    expect(codebookQdc(modes, { ...options, families: [] }).ok).toBe(false);
  });

  it('tells apart names that repeat, because other programs drop the second', () => {
    const label = (en: string) => ({ labels: { en } });
    const state = project({
      families: [family('actor'), family('cause', { order: 1 })],
      codes: [
        code('A16', 'actor', null, label('Foreign military')),
        code('X10', 'cause', null, label('foreign military')),
        code('free', 'cause', null, { ...label('Other'), key: '', order: 1 }),
        code('free 2', 'cause', 'X10', { ...label('Other'), key: '' }),
        code('free 3', 'cause', 'X10', { ...label('Other'), key: '', order: 1 }),
      ],
    });
    const { xml, losses } = write(state);
    expect(names(xml)).toEqual([
      'Foreign military (A16)',
      'foreign military (X10)',
      'Other (foreign military)',
      'Other (foreign military) 2',
      'Other',
    ]);
    expect(losses).toContainEqual({ key: 'loss.renamed', params: { count: 4 } });
  });

  it('keeps markup, control characters, half pairs and line ends out of names', async () => {
    const labels = { en: '<script>alert("1 & 2")</script>\r\n\tnext\u2028\u0000\u0007\ud800line\ufffe' };
    const state = project({ families: [family('f')], codes: [code('a', 'f', null, { labels })] });
    const { xml } = write(state);
    expect(xml).toContain(
      'name="&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt; next line" isCodable="true"',
    );
    expect(await violations(xml)).toEqual([]);
  });

  it('finds a name for a code without one', () => {
    const blank = (key: string, id: string) => code(id, 'f', null, { labels: { en: ' \n' }, key });
    const state = project({ families: [family('f')], codes: [blank('K1', 'a'), blank('', 'b')] });
    expect(names(write(state).xml).toSorted()).toEqual([guid('b'), 'K1'].toSorted());
  });

  it('is valid and has unique names whatever the codes say', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const wild = fc.record({
      labels: fc.record({ en: fc.oneof(text, fc.constant('same')) }),
      definition: text,
      include: text,
      color: fc.constantFrom('#12abEF', 'red', '', '#FFFFFF00'),
      codable: fc.boolean(),
      key: fc.constantFrom('', 'K'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { minLength: 1, maxLength: 6 }), async (codes) => {
        const state = project({
          families: [family('f')],
          codes: codes.map((more, i) => code(`c${i}`, 'f', i % 2 ? `c${i - 1}` : null, more)),
        });
        const { xml } = write(state);
        expect(await violations(xml)).toEqual([]);
        expect(new Set(names(xml)).size).toBe(codes.length);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
