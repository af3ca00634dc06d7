import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import type { ParsedSource } from '../../../src-renderer/domain/model/import';
import { parseDocument, type PdfResources } from '../../../src-renderer/importers';
import { utf8 } from '../../fixtures/import/encodings';

// The libraries for Word and PDF take seconds to load on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The character maps of the installed package. */
export const installedMaps: PdfResources = {
  characterMap: async (name) => new Uint8Array(await readFile(join(pdfjs, 'cmaps', `${name}.bcmap`))),
};

/** Parses a file that must be readable. */
export async function parse(
  name: string,
  content: string | Uint8Array,
  resources = installedMaps,
): Promise<ParsedSource> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const result = await parseDocument({ name, bytes }, {}, resources);
  if (!result.ok) throw new Error(`${name}: ${result.error.kind} ${result.error.detail}`);
  const [source] = result.value.sources;
  if (!source) throw new Error(`${name}: no source`);
  return source;
}

/** Why a file does not go in; 'read' when it does. */
export async function failureOf(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const result = await parseDocument({ name, bytes }, {}, installedMaps);
  return result.ok ? 'read' : result.error.kind;
}

/** Each block as `kind level: text`. */
export const outline = ({ text, blocks }: Pick<ParsedSource, 'text' | 'blocks'>): string[] =>
  blocks.map(({ start, end, kind, level }) => `${kind} ${level}: ${text.slice(start, end)}`);

/** Only the texts of the blocks. */
export const texts = ({ text, blocks }: Pick<ParsedSource, 'text' | 'blocks'>): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end));

export const warningKeys = (source: ParsedSource): string[] => source.warnings.map(({ key }) => key);
