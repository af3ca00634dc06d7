import type { Code } from '../model/codebook';
import type { CodeId } from '../model/ids';
import { labelIn, type LabelLanguage } from '../model/language';
import type { ProjectState } from '../model/project';
import { crossTab } from '../profile/cross-tab';
import type { ProfileFilters } from '../profile/request';
import { xmlAttribute, xmlText } from './xml';

export interface NetworkRequest {
  /** Keys of two families, such as actor and mode; the same twice for one family with itself. */
  readonly families: readonly [string, string];
  readonly filters: ProfileFilters;
  readonly language: LabelLanguage;
  /** The codes that are nodes; all top-level codes of both families when absent. */
  readonly codes?: readonly CodeId[];
}

export interface NetworkNode {
  readonly id: CodeId;
  readonly label: string;
  readonly key: string;
  /** Key of its family. */
  readonly family: string;
  /** #RRGGBB */
  readonly color: string;
  /** Segments with the code or one below it. */
  readonly segments: number;
}

export interface NetworkEdge {
  readonly source: CodeId;
  readonly target: CodeId;
  /** Segments that carry both codes. */
  readonly segments: number;
}

export interface CodeNetwork {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

/**
 * Which codes of two families are applied together: two codes are joined where one segment carries both,
 * each code counting with all below it.
 * In: the project and what is wanted. Out: an undirected network: the codes that any kept segment carries,
 * in codebook order, and an edge for each pair that meets; never an edge of a code with itself.
 */
export function codeNetwork(state: ProjectState, request: NetworkRequest): CodeNetwork {
  const { families, codes, language } = request;
  const [rowFamily, columnFamily] = families;
  const table = crossTab(state, {
    rowFamily,
    columnFamily,
    filters: request.filters,
    ...(codes && { rowCodes: codes, columnCodes: codes }),
  });
  const isOne = rowFamily === columnFamily;
  const node = (code: Code, family: string, segments: number): NetworkNode => ({
    id: code.id,
    label: labelIn(code.labels, language) || code.key,
    key: code.key,
    family,
    color: code.color,
    segments,
  });
  const nodes = [
    ...table.rows.map((code, i) => node(code, rowFamily, table.rowTotals[i] ?? 0)),
    ...(isOne ? [] : table.columns.map((code, i) => node(code, columnFamily, table.columnTotals[i] ?? 0))),
  ];
  const edges = table.rows.flatMap((row, y) =>
    table.columns.flatMap((column, x): readonly NetworkEdge[] => {
      const segments = table.counts[y]?.[x] ?? 0;
      return segments === 0 || (isOne && x <= y) ? [] : [{ source: row.id, target: column.id, segments }];
    }),
  );
  return { nodes: nodes.filter(({ segments }) => segments > 0), edges };
}

/**
 * A network as GraphML 1.0, for Gephi, visone, R (igraph) and Python (networkx).
 * In: the network. Out: XML, to be encoded as UTF-8. Nodes have label, key, family, color, segments, and
 * r, g, b, by which Gephi paints them; edges have weight and segments, which are the same.
 */
export function graphMl({ nodes, edges }: CodeNetwork): string {
  const key = (of: 'node' | 'edge', name: string, type: string) =>
    ` <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
  const data = (of: 'node' | 'edge', values: Readonly<Record<string, string | number>>) =>
    Object.entries(values)
      .map(([name, value]) => `<data key="${of}-${name}">${xmlText(String(value))}</data>`)
      .join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
    ['label', 'key', 'family', 'color'].map((name) => key('node', name, 'string')).join('') +
    ['segments', 'r', 'g', 'b'].map((name) => key('node', name, 'int')).join('') +
    key('edge', 'weight', 'double') +
    key('edge', 'segments', 'int') +
    ' <graph id="codes" edgedefault="undirected">\n' +
    nodes
      .map(({ id, ...values }) => {
        const [r, g, b] = channels(values.color);
        return `  <node id="${xmlAttribute(id)}">${data('node', { ...values, r, g, b })}</node>\n`;
      })
      .join('') +
    edges
      .map(
        ({ source, target, segments }, index) =>
          `  <edge id="e${index}" source="${xmlAttribute(source)}" target="${xmlAttribute(target)}">` +
          `${data('edge', { weight: segments, segments })}</edge>\n`,
      )
      .join('') +
    ' </graph>\n</graphml>\n'
  );
}

/**
 * A network as GEXF 1.3, the format of Gephi.
 * In: the network. Out: XML, to be encoded as UTF-8. The same as in GraphML; colours are such as Gephi
 * paints, sizes grow with the root of the segments, so that areas compare.
 */
export function gexf({ nodes, edges }: CodeNetwork): string {
  const attributes = ['key', 'family', 'color', 'segments'] as const;
  const node = (each: NetworkNode): string => {
    const [r, g, b] = channels(each.color);
    const values = attributes.map(
      (name) => `<attvalue for="${name}" value="${xmlAttribute(String(each[name]))}"/>`,
    );
    return (
      `   <node id="${xmlAttribute(each.id)}" label="${xmlAttribute(each.label)}">` +
      `<attvalues>${values.join('')}</attvalues><viz:color r="${r}" g="${g}" b="${b}"/>` +
      `<viz:size value="${(5 * Math.sqrt(each.segments)).toFixed(2)}"/></node>\n`
    );
  };
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n' +
    ' <meta><creator>Parallax</creator></meta>\n' +
    ' <graph mode="static" defaultedgetype="undirected">\n  <attributes class="node">\n' +
    attributes
      .map(
        (name) =>
          `   <attribute id="${name}" title="${name}" type="${name === 'segments' ? 'integer' : 'string'}"/>\n`,
      )
      .join('') +
    `  </attributes>\n  <nodes>\n${nodes.map(node).join('')}  </nodes>\n  <edges>\n` +
    edges
      .map(
        ({ source, target, segments }, index) =>
          `   <edge id="${index}" source="${xmlAttribute(source)}" target="${xmlAttribute(target)}" weight="${segments}"/>\n`,
      )
      .join('') +
    '  </edges>\n </graph>\n</gexf>\n'
  );
}

/** In: #RRGGBB. Out: red, green, blue, 0–255; grey for anything else. */
function channels(color: string): readonly [number, number, number] {
  const digits = /^#([0-9a-f]{6})$/i.exec(color)?.[1] ?? '808080';
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
