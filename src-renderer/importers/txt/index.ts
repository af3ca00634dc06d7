import { ok } from '../../domain/model/result';
import { draftOf, type DraftResult } from '../draft';
import { findParagraphs } from './paragraphs';

/** Reads plain text: the text is the canonical text as it is, and paragraphs are found in it. */
export const readText = (text: string): DraftResult => ok(draftOf({ text, blocks: findParagraphs(text) }));
