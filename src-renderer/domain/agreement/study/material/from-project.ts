import { familiesOf, lookedAt, progressOf } from '../../../coders/progress';
import type { CodeId, SourceId } from '../../../model/ids';
import type { ProjectState } from '../../../model/project';
import type { Source, SourceText } from '../../../model/source';
import { familyColumns } from '../../../profile/columns';
import { childrenOf } from '../../../codebook/tree';
import type { Span } from '../../continuum/continuum';
import type { LeftOutReason } from '../report';
import type { AgreementRequest, AgreementUnit, ComparedCodes, ComparedSources } from '../request';
import type { AgreementMaterial, MaterialDocument } from './material';

/**
 * What a request is about.
 * In: the project and the request. Out: its material without texts; sources that fewer than two of the
 * coders looked at are named as left out.
 */
export function agreementMaterial(state: ProjectState, request: AgreementRequest): AgreementMaterial {
  const { codes, columnOf } = comparedCodes(state, request.codes);
  const families = familiesOf(state, codes);
  const documents: MaterialDocument[] = [];
  const leftOut: { source: string; reason: LeftOutReason }[] = [];
  for (const source of state.sources.values()) {
    if (!isWanted(request.sources, source)) continue;
    const hasLooked = request.coders.map((coder) => lookedAt(state, source.id, coder, families));
    const looked = hasLooked.filter(Boolean).length;
    if (looked < 2) {
      leftOut.push({ source: source.id, reason: looked === 0 ? 'no-coder' : 'one-coder' });
      continue;
    }
    const spans = new Map(request.coders.map((coder) => [coder, [] as Span[]]));
    for (const { coderId, start, end, tags } of state.segmentsBySource.get(source.id) ?? []) {
      const own = spans.get(coderId);
      if (!own) continue;
      const columns = new Set(tags.flatMap((tag) => columnOf.get(tag) ?? []));
      for (const code of columns) own.push({ start, end, code });
    }
    documents.push({
      id: source.id,
      country: source.country,
      language: source.language,
      begin: 0,
      length: source.length,
      characters: source.characters,
      coders: request.coders.map((coder, i) => (hasLooked[i] ? (spans.get(coder) ?? []) : null)),
      unfinished: request.coders.map(
        (coder, i) => Boolean(hasLooked[i]) && progressOf(state, source.id, coder) === 'in-progress',
      ),
    });
  }
  return { coders: request.coders, codes, documents, leftOut };
}

/** In: a choice of sources and a source. Out: whether it is chosen. */
export const isWanted = ({ ids, countries, languages }: ComparedSources, source: Source): boolean =>
  (!ids || ids.includes(source.id)) &&
  (!countries || countries.includes(source.country)) &&
  (!languages || languages.includes(source.language));

/**
 * The codes that are compared.
 * In: the project and the choice. Out: the codes, in codebook order or as listed, and which of them each
 * code of the project counts as: itself, or the nearest one above it.
 */
export function comparedCodes(
  state: ProjectState,
  choice: ComparedCodes,
): { readonly codes: readonly CodeId[]; readonly columnOf: ReadonlyMap<CodeId, CodeId> } {
  const columnOf = new Map<CodeId, CodeId>();
  if ('family' in choice) {
    const { codes, indexOf } = familyColumns(state, choice.family);
    for (const [id, index] of indexOf) columnOf.set(id, codes[index]?.id ?? id);
    return { codes: codes.map(({ id }) => id), columnOf };
  }
  const codes = choice.codes.filter((id) => state.codes.has(id));
  const wanted = new Set(codes);
  const visit = (id: CodeId, column: CodeId): void => {
    columnOf.set(id, column);
    for (const child of childrenOf(state, id)) if (!wanted.has(child.id)) visit(child.id, column);
  };
  for (const id of wanted) visit(id, id);
  return { codes: [...wanted], columnOf };
}

/**
 * Of which documents figures need the text.
 * In: the material and the unit. Out: ids: all for sentences and paragraphs, else those whose positions are
 * no numbers of characters.
 */
export const textsNeeded = ({ documents }: AgreementMaterial, unit: AgreementUnit): readonly SourceId[] =>
  documents
    .filter(({ length, characters }) => unit === 'sentence' || unit === 'paragraph' || length !== characters)
    .map(({ id }) => id);

/**
 * In: material, the ids of `textsNeeded`, and the texts that there are. Out: the material with them;
 * documents whose text is missing are left out.
 */
export function withTexts(
  material: AgreementMaterial,
  needed: readonly SourceId[],
  texts: ReadonlyMap<SourceId, SourceText>,
): AgreementMaterial {
  const wanted = new Set(needed);
  const missing = needed.filter((id) => !texts.has(id));
  return {
    ...material,
    documents: material.documents
      .filter(({ id }) => !wanted.has(id) || texts.has(id))
      .map((document) => {
        const found = wanted.has(document.id) ? texts.get(document.id) : undefined;
        return found ? { ...document, text: { text: found.text, blocks: found.blocks } } : document;
      }),
    leftOut: [...material.leftOut, ...missing.map((source) => ({ source, reason: 'no-text' as const }))],
  };
}
