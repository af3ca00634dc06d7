import type { Source } from '../../model/source';
import type { Cell } from './csv';

/** How tables of sources and of passages describe the document, after its country and date. */
export const documentColumns = ['document_type', 'issuing_actor', 'outlet', 'url', 'language'] as const;

/** In: a source. Out: the cells of `documentColumns`. */
export const documentCells = (source: Source): readonly Cell[] => [
  source.documentType,
  source.actor,
  source.outlet,
  source.url,
  source.language,
];
