import { codebookFromResource } from '../domain/codebook/default';
import { invariant, ok, type Result } from '../domain/model/result';
import { readSheets } from '../domain/sample/read-sheets';
import { sampleProject, type ImportedDocument } from '../domain/sample/sample-project';
import type { DocumentFile } from '../domain/sample/sheet';
import type { InputFile } from './ports/platform';
import type { CommitFailure } from './ports/storage';
import { firstChangeSet } from './projects';
import type { Services } from './services';

/**
 * Makes a project of the sample that ships with the product. Its documents go through the same importer
 * as anybody's, so that the sample shows nothing that an import would not.
 * Out: the new project's id, or why it could not be written.
 */
export async function openSample(services: Services): Promise<Result<string, CommitFailure>> {
  const { resources, stamp, storage } = services;
  const [codebook, sheets] = [
    codebookFromResource(await resources.codebook()),
    readSheets(await resources.sample()),
  ];
  invariant(codebook.ok, 'the default codebook that ships with the product is sound');
  invariant(sheets.ok, 'the sample that ships with the product is well-formed');
  const imported = await Promise.all(
    sheets.value.documents.map(async (file) => [file.path, await importDocument(services, file)] as const),
  );
  const project = sampleProject(sheets.value, new Map(imported), codebook.value, stamp);
  invariant(project.ok, 'everything that the sample names is there');
  const { info, changes, contents } = project.value;
  const created = await storage.createProject(info, firstChangeSet(services, info, changes), contents);
  return created.ok ? ok(info.id) : created;
}

async function importDocument({ parser }: Services, { path, text }: DocumentFile): Promise<ImportedDocument> {
  const bytes = new TextEncoder().encode(text);
  const file: InputFile = {
    name: path,
    path,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
  const parsed = await parser.parse(file, new AbortController().signal);
  const source = parsed.ok ? parsed.value.sources[0] : undefined;
  invariant(source && parsed.ok, `the document ${path} of the sample can be imported`);
  return { parsed: source, bytes: parsed.value.bytes };
}
