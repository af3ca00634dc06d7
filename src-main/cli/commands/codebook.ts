import { codebookTable } from '../../../src-renderer/domain/exchange/codebook/codebook-table';
import { codebookDocument } from '../../../src-renderer/domain/exchange/codebook/document/document';
import { codebookHtml } from '../../../src-renderer/domain/exchange/codebook/document/html';
import { codebookMarkdown } from '../../../src-renderer/domain/exchange/codebook/document/markdown';
import { codebookJson } from '../../../src-renderer/domain/exchange/codebook/json';
import { codebookQdc } from '../../../src-renderer/domain/exchange/codebook/qdc';
import { csvText } from '../../../src-renderer/domain/exchange/tables/csv';
import type { Message } from '../../../src-renderer/domain/model/message';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import { codebookDocx } from '../../../src-renderer/exporters/docx/codebook';
import { countCutCells, writeXlsx } from '../../../src-renderer/exporters/xlsx';
import { englishHeadings } from '../../../src-renderer/importers/codebook/read';
import { ending, languages, oneFile, outFile } from '../ask';
import type { Call, Command } from '../command';
import { Failed } from '../failure';
import { writeWhole } from '../project/files';
import { familyNamed } from '../project/find';
import { readAnyCodebook } from '../project/read-codebook';
import { ORIGIN } from '../project/write';
import strings from '../strings.json';
import { reportText, say } from '../text';

const endings = ['qdc', 'docx', 'html', 'md', 'xlsx', 'csv', 'json'] as const;

export const codebookCommand: Command = {
  name: 'codebook',
  files: 'P.qdpx|FILE.qdc|FILE.csv|FILE.xlsx|FILE.json',
  options: {
    out: { value: 'FILE', about: 'out' },
    family: { value: 'FAMILY', about: 'families', repeated: true },
    language: { value: 'LANGUAGE', about: 'language', repeated: true },
    'no-examples': { value: '', about: 'no-examples' },
    'no-counts': { value: '', about: 'no-counts' },
  },
  run: async (call) => {
    const [file, out] = [oneFile(call), outFile(call)];
    const format = ending(out, endings);
    languages(call);
    const { state, losses, repairs } = await readAnyCodebook(file);
    const written = await write(call, state, format);
    await writeWhole(call, out, written.bytes);
    const said = {
      losses: [...losses, ...written.losses].map(reportText),
      repairs: repairs.map(reportText),
    };
    return {
      json: { out, families: state.families.size, codes: state.codes.size, ...said },
      table: () => ({
        columns: ['what', 'value'],
        rows: [
          ['families', state.families.size],
          ['codes', state.codes.size],
          ...said.losses.map((text) => ['lost', text]),
          ...said.repairs.map((text) => ['mended', text]),
        ],
      }),
    };
  },
};

interface Written {
  readonly bytes: Uint8Array;
  readonly losses: readonly Message[];
}

const text = (content: string, losses: readonly Message[] = []): Written => ({
  bytes: new TextEncoder().encode(content),
  losses,
});

async function write(call: Call, state: ProjectState, format: (typeof endings)[number]): Promise<Written> {
  const wanted = languages(call);
  const [language] = wanted;
  const named = call.all('family').map((name) => familyNamed(state, name).id);
  const families = named.length > 0 ? { families: named } : {};
  const parts = { examples: !call.has('no-examples'), counts: !call.has('no-counts') };
  const table = () =>
    codebookTable(state, language, {
      ...families,
      ...parts,
      ...(call.has('language') && { languages: wanted }),
    });
  const document = () =>
    codebookDocument(state, { ...families, ...parts, languages: wanted, headings: strings.documentHeadings });
  switch (format) {
    case 'qdc': {
      const qdc = codebookQdc(state, { ...families, language, origin: ORIGIN, headings: englishHeadings });
      if (!qdc.ok) throw new Failed(say('failure.no-codes'));
      return text(qdc.value.xml, qdc.value.losses);
    }
    case 'docx':
      return { bytes: await codebookDocx(document()), losses: [] };
    case 'html':
      return text(codebookHtml(document()));
    case 'md':
      return text(codebookMarkdown(document()));
    case 'xlsx': {
      const sheets = [{ name: 'codebook', table: table() }];
      const cut = countCutCells(sheets);
      if (cut > 0) call.note(say('note.cut', { count: cut }));
      return { bytes: await writeXlsx(sheets), losses: [] };
    }
    case 'csv':
      return text(csvText(table()));
    case 'json':
      return text(codebookJson(state, { ...families, origin: ORIGIN }));
  }
}
