import { createHash } from 'node:crypto';
import codebookJson from '../../../resources/codebook.json';
import sampleJson from '../../../resources/sample';
import { codebookFromResource } from '../../../src-renderer/domain/codebook/default';
import { applyChanges, emptyState } from '../../../src-renderer/domain/history/state';
import type { Stamp } from '../../../src-renderer/domain/model/ids';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { readSheets } from '../../../src-renderer/domain/sample/read-sheets';
import {
  sampleProject,
  type ImportedDocument,
  type SampleProject,
} from '../../../src-renderer/domain/sample/sample-project';
import type { SampleSheets } from '../../../src-renderer/domain/sample/sheet';
import { readMarkdown } from '../../../src-renderer/importers/markdown';

export const PROJECT_ID = '00000000-0000-4000-8000-000000000000';
export const stamp: Stamp = { newId: () => PROJECT_ID, now: () => '2026-01-01T00:00:00.000Z' };

export const codebook = valueOf(codebookFromResource(codebookJson));
export const sheets: SampleSheets = valueOf(readSheets(sampleJson));

/** What the importer makes of each document. */
export async function importAll(): Promise<ReadonlyMap<string, ImportedDocument>> {
  const imported = sheets.documents.map(async ({ path, text }) => {
    const bytes = new TextEncoder().encode(text);
    const { body, warnings } = valueOf(await readMarkdown(text));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const parsed = {
      ...body,
      hash,
      warnings,
      format: 'md',
      encoding: 'utf-8',
      title: '',
      language: '',
      date: '',
      author: '',
      outlet: '',
      identifier: '',
      fields: [],
      comments: [],
      url: '',
    } as const;
    return [path, { parsed, bytes }] as const;
  });
  return new Map(await Promise.all(imported));
}

export interface OpenSample {
  readonly project: SampleProject;
  readonly state: ProjectState;
  /** Canonical text by source id. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function openSample(): Promise<OpenSample> {
  const project = valueOf(sampleProject(sheets, await importAll(), codebook, stamp));
  return {
    project,
    state: applyChanges(emptyState(), project.changes),
    texts: new Map(project.contents.map(({ text }) => [text.sourceId, text.text])),
  };
}

export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
}
