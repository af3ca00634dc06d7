import { labelLanguages } from '../../../src-renderer/domain/model/language';
import { codebookFormats, type CodebookFormat } from '../../../src-renderer/domain/exchange/codebook/formats';
import { writeCodebook } from '../../../src-renderer/exporters/codebook/write';
import { ending, languages, oneFile, outFile } from '../ask';
import type { Call, Command } from '../command';
import { Failed } from '../failure';
import { writeWhole } from '../project/files';
import { familyNamed } from '../project/find';
import { readAnyCodebook } from '../project/read-codebook';
import { ORIGIN } from '../project/write';
import strings from '../strings.json';
import { reportText, say } from '../text';

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
    const format = ending(out, codebookFormats);
    const wanted = languagesFor(call, format);
    const { state, losses, repairs } = await readAnyCodebook(file);
    const families = call.all('family').map((name) => familyNamed(state, name).id);
    const written = await writeCodebook(state, format, {
      ...(families.length > 0 && { families }),
      languages: wanted,
      examples: !call.has('no-examples'),
      counts: !call.has('no-counts'),
      headings: strings.documentHeadings,
      origin: ORIGIN,
    });
    if (!written.ok) throw new Failed(say('failure.no-codes'));
    await writeWhole(call, out, written.value.bytes);
    const said = {
      losses: [...losses, ...written.value.losses].map(reportText),
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

/** Tables have all languages unless some are chosen; documents one. */
function languagesFor(call: Call, format: CodebookFormat): ReturnType<typeof languages> {
  const isTable = format === 'csv' || format === 'xlsx';
  if (!isTable || call.has('language')) return languages(call);
  return ['en', ...labelLanguages.filter((language) => language !== 'en')];
}
