import { Draft } from '../history/draft';
import { emptyState } from '../history/state';
import type { Change } from '../model/change';
import type { Code, CodeFamily } from '../model/codebook';
import { stableGuid } from '../model/guid';
import type { Stamp } from '../model/ids';
import type { ParsedSource } from '../model/import';
import { message } from '../model/message';
import type { ProjectInfo } from '../model/project';
import { fail, ok, type Result } from '../model/result';
import type { MemoTarget } from '../model/segment';
import type { Source, SourceFile, SourceText } from '../model/source';
import { countCodePoints } from '../text/positions';
import { Faults, type SampleFault } from './faults';
import { richTextOf } from '../text/rich-text';
import { segmentsOf } from './segments';
import type { CaseSheet, DocumentFile, MemoSheet, MemoSubject, SampleSheets } from './sheet';

/** What the importer made of a document of the sample, and its bytes. */
export interface ImportedDocument {
  readonly parsed: ParsedSource;
  readonly bytes: Uint8Array;
}

/** A whole project that is not stored yet. */
export interface SampleProject {
  readonly info: ProjectInfo;
  /** Adds every row, that of the project included. */
  readonly changes: readonly Change[];
  readonly contents: readonly { readonly text: SourceText; readonly file: SourceFile }[];
}

/**
 * Makes a project of the sample's sheets.
 * In: the sheets, what the importer made of each document by its path, the codebook, the stamp.
 * Out: the project. Its own id and date are fresh, so that the sample can be opened more than once; all
 * other ids and dates are the same every time. Fails with everything in the sheets that points nowhere.
 */
export function sampleProject(
  sheets: SampleSheets,
  documents: ReadonlyMap<string, ImportedDocument>,
  codebook: { readonly families: readonly CodeFamily[]; readonly codes: readonly Code[] },
  stamp: Stamp,
): Result<SampleProject, readonly SampleFault[]> {
  const builder = new Builder(sheets, codebook);
  const info: ProjectInfo = {
    id: stamp.newId(),
    name: sheets.project.name,
    createdAt: stamp.now(),
    currentCoderId: coderId(sheets.project.coders[0]?.key ?? ''),
  };
  builder.draft.put('project', info);
  builder.addCodebook(codebook);
  builder.addPeopleAndVariables();
  for (const sheet of sheets.cases) builder.addCase(sheet);
  const contents = sheets.documents.flatMap((file) => builder.addDocument(file, documents.get(file.path)));
  for (const memo of sheets.project.memos) builder.addProjectMemo(memo);
  const { list } = builder.faults;
  if (list.length > 0) return fail(list);
  return ok({ info, changes: builder.draft.finish(message('create-project')).changes, contents });
}

const coderId = (key: string) => stableGuid('coder', key);
const caseId = (country: string) => stableGuid('case', country);
const variableId = (key: string) => stableGuid('variable', key);

class Builder {
  readonly faults = new Faults();
  readonly draft = new Draft(emptyState());
  readonly #sheets: SampleSheets;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #coders: ReadonlyMap<string, { readonly id: string; readonly codedAt: string }>;
  readonly #variables: ReadonlyMap<string, string>;

  constructor(sheets: SampleSheets, codebook: { readonly codes: readonly Code[] }) {
    const { coders, variables } = sheets.project;
    this.#sheets = sheets;
    this.#codes = new Map(codebook.codes.map(({ key, id }) => [key, id]));
    this.#coders = new Map(coders.map(({ key, codedAt }) => [key, { id: coderId(key), codedAt }]));
    this.#variables = new Map(variables.map(({ key }) => [key, variableId(key)]));
  }

  addCodebook({ families, codes }: { families: readonly CodeFamily[]; codes: readonly Code[] }): void {
    const wanted = this.#sheets.project.families;
    const known = new Map(families.map(({ key, id }) => [key, id]));
    this.faults.resolve(known, wanted, 'unknown-family', 'project');
    for (const family of families) {
      const enabled = family.enabled || wanted.includes(family.key);
      this.draft.put('families', { ...family, enabled });
    }
    for (const code of codes) this.draft.put('codes', code);
  }

  addPeopleAndVariables(): void {
    for (const { key, name, initials, color } of this.#sheets.project.coders)
      this.draft.put('coders', { id: coderId(key), name, initials, color });
    for (const { key, name, type, description } of this.#sheets.project.variables)
      this.draft.put('variables', { id: variableId(key), name, type, description });
  }

  addCase({ country, name, judgement, note, facts }: CaseSheet): void {
    const [codeId] = this.#codeIds(judgement ? [judgement.code] : [], country);
    this.draft.put('cases', {
      id: caseId(country),
      country,
      name,
      judgement: judgement && codeId !== undefined ? { codeId, reasons: judgement.reasons } : null,
      note,
      facts: facts.map((fact) => ({
        ...fact,
        id: stableGuid('fact', country, fact.key, fact.date, fact.asOf, fact.value),
        codes: this.#codeIds(fact.codes, country),
      })),
    });
  }

  /** Out: the bodies of the source; nothing (and a fault) when the importer made nothing of it. */
  addDocument(file: DocumentFile, imported: ImportedDocument | undefined): SampleProject['contents'] {
    if (!imported) {
      this.faults.note('text-missing', file.path, file.sheet.title);
      return [];
    }
    const { parsed, bytes } = imported;
    const source = this.#source(file, imported);
    this.draft.put('sources', source);
    if (file.sheet.memo)
      this.#addMemo(file.sheet.memo, { table: 'sources', id: source.id }, this.#firstCoder());
    this.#addSegments(file, source.id, parsed.text);
    return [
      {
        text: { sourceId: source.id, text: parsed.text, blocks: parsed.blocks },
        file: { sourceId: source.id, name: source.fileName, bytes },
      },
    ];
  }

  addProjectMemo(memo: MemoSheet & { readonly on: MemoSubject }): void {
    const target = this.#targetOf(memo.on, memo.title);
    if (target !== undefined) this.#addMemo(memo, target, this.#firstCoder());
  }

  #source({ path, sheet }: DocumentFile, { parsed, bytes }: ImportedDocument): Source {
    const { importedAt } = this.#sheets.project;
    const known = Object.keys(sheet.variables);
    this.faults.resolve(this.#variables, known, 'unknown-variable', path);
    const { title, country, date, language, documentType, actor, outlet } = sheet;
    return {
      id: stableGuid('source', path),
      title,
      country,
      date,
      language,
      documentType,
      actor,
      outlet,
      url: '',
      variables: Object.fromEntries(
        Object.entries(sheet.variables).map(([key, value]) => [variableId(key), value]),
      ),
      format: parsed.format,
      fileName: path.slice(path.lastIndexOf('/') + 1),
      encoding: parsed.encoding,
      hash: parsed.hash,
      bytes: bytes.length,
      length: parsed.text.length,
      characters: countCodePoints(parsed.text),
      warnings: parsed.warnings,
      createdAt: importedAt,
      modifiedAt: importedAt,
    };
  }

  #addSegments(file: DocumentFile, sourceId: string, text: string): void {
    const keys = { codes: this.#codes, coders: this.#coders };
    for (const { coding, segment } of segmentsOf(file, { id: sourceId, text }, keys, this.faults)) {
      this.draft.put('segments', segment);
      if (coding.memo) {
        const target = { table: 'segments', id: segment.id } as const;
        const memoId = this.#addMemo(coding.memo, target, segment.coderId);
        this.draft.edit('segments', segment.id, (row) => ({ ...row, memoId }));
      }
      for (const codeId of this.#codeIds(coding.exampleOf, file.path)) {
        if (!segment.tags.includes(codeId))
          this.faults.note('example-without-code', file.path, segment.quote);
        this.draft.edit('codes', codeId, (code) => ({ ...code, examples: [...code.examples, segment.id] }));
      }
    }
  }

  #addMemo({ title, text }: MemoSheet, target: MemoTarget | null, coder: string): string {
    const id = stableGuid('memo', target?.table ?? 'project', target?.id ?? '');
    const at = [...this.#coders.values()].find((each) => each.id === coder)?.codedAt ?? '';
    this.draft.put('memos', {
      id,
      target,
      title,
      body: richTextOf(text),
      plainText: text,
      coderId: coder,
      createdAt: at,
      modifiedAt: at,
    });
    return id;
  }

  /** Undefined, and a fault, when the subject is not there. */
  #targetOf(on: MemoSubject, title: string): MemoTarget | null | undefined {
    if (on === null) return null;
    if ('code' in on) {
      const [id] = this.#codeIds([on.code], title);
      return id === undefined ? undefined : { table: 'codes', id };
    }
    if (this.draft.row('cases', caseId(on.case))) return { table: 'cases', id: caseId(on.case) };
    this.faults.note('unknown-case', title, on.case);
    return undefined;
  }

  #firstCoder(): string {
    return coderId(this.#sheets.project.coders[0]?.key ?? '');
  }

  #codeIds(keys: readonly string[], where: string): readonly string[] {
    return this.faults.resolve(this.#codes, keys, 'unknown-code', where);
  }
}
