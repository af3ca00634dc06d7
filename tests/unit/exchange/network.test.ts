import { describe, expect, it } from 'vitest';
import { codeNetwork, gexf, graphMl } from '../../../src-renderer/domain/exchange/network';
import type { XmlElement } from '../../../src-renderer/domain/model/carried';
import { standardFilters } from '../../../src-renderer/domain/profile/request';
import { readXml } from '../../../src-renderer/importers/xml/read';
import { code, familyOf, guid, project, segment, source } from '../domain/profile/build';

const mode = familyOf('mode', 'M', 3);
const actor = familyOf('actor', 'A', 2);
const state = project({
  families: [mode.family, actor.family],
  codes: [
    ...mode.codes,
    code('M1a', 'mode', 'M1', { labels: { en: 'Border & "customs" <x>' } }),
    ...actor.codes.map((each) =>
      each.key === 'A1' ? { ...each, labels: { en: 'Police & "courts" <x>' } } : each,
    ),
  ],
  sources: [source('s', 'JP')],
  segments: [
    segment('1', 's', [0, 5], ['M1', 'A1']),
    segment('2', 's', [5, 9], ['M1a', 'A1', 'A2']),
    segment('3', 's', [9, 12], ['M2']),
    segment('4', 's', [12, 20], ['M2', 'A2'], { stance: 'rejects' }),
    segment('5', 's', [20, 22], ['M2', 'M1']),
  ],
});
const request = { families: ['actor', 'mode'], filters: standardFilters, language: 'en' } as const;
const network = codeNetwork(state, request);

const parsed = (xml: string): XmlElement => {
  const read = readXml(new TextEncoder().encode(xml));
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
};
const all = (element: XmlElement, name: string): XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

describe('network of actors and modes', () => {
  it('joins codes that one segment carries, rejections left out', () => {
    expect(network.nodes.map(({ key, family, segments }) => [key, family, segments])).toEqual([
      ['A1', 'actor', 2],
      ['A2', 'actor', 1],
      ['M1', 'mode', 3],
      ['M2', 'mode', 2],
    ]);
    expect(network.edges).toEqual([
      { source: guid('A1'), target: guid('M1'), segments: 2 },
      { source: guid('A2'), target: guid('M1'), segments: 1 },
    ]);
  });

  it('joins codes of one family once, and none with itself', () => {
    const { nodes, edges } = codeNetwork(state, { ...request, families: ['mode', 'mode'] });
    expect(nodes.map(({ key }) => key)).toEqual(['M1', 'M2']);
    expect(edges).toEqual([{ source: guid('M1'), target: guid('M2'), segments: 1 }]);
  });

  it('is GraphML with every value under a declared key', () => {
    const xml = parsed(graphMl(network));
    const keys = new Map(all(xml, 'key').map(({ attributes }) => [attributes['id'], attributes]));
    const nodes = all(xml, 'node');
    const values = (element: XmlElement | undefined) =>
      Object.fromEntries(
        (element?.children ?? []).map(({ attributes, text }) => {
          const key = keys.get(attributes['key'] ?? '');
          expect(key?.['for']).toBe(element?.name);
          return [key?.['attr.name'], text];
        }),
      );
    expect(values(nodes[0])).toEqual({
      label: 'Police & "courts" <x>',
      key: 'A1',
      family: 'actor',
      color: '#332288',
      segments: '2',
      r: '51',
      g: '34',
      b: '136',
    });
    const ids = nodes.map(({ attributes }) => attributes['id']);
    for (const edge of all(xml, 'edge')) {
      expect(ids).toContain(edge.attributes['source']);
      expect(ids).toContain(edge.attributes['target']);
    }
    expect(all(xml, 'edge').map(values)[0]).toEqual({ weight: '2', segments: '2' });
    expect(all(xml, 'graph')[0]?.attributes['edgedefault']).toBe('undirected');
  });

  it('is GEXF with the same nodes and edges', () => {
    const xml = parsed(gexf(network));
    expect(xml.attributes['version']).toBe('1.3');
    const declared = all(xml, 'attribute').map(({ attributes }) => attributes['id']);
    const [node] = all(xml, 'node');
    expect(node?.attributes).toEqual({ id: guid('A1'), label: 'Police & "courts" <x>' });
    const values = all(xml, 'attvalue').map(({ attributes }) => attributes['for']);
    for (const name of values) expect(declared).toContain(name);
    expect(all(xml, 'edge').map(({ attributes }) => attributes['weight'])).toEqual(['2', '1']);
    expect(all(xml, 'color')[0]?.attributes).toEqual({ r: '51', g: '34', b: '136' });
  });
});
