import { finish } from '../../../src-renderer/domain/agreement/resampling/resample';
import { unitsTable } from '../../../src-renderer/domain/agreement/study/input/units-table';
import { spansMaterial } from '../../../src-renderer/domain/agreement/study/input/spans';
import { startCoders } from '../../../src-renderer/domain/agreement/study/material/coders';
import {
  agreementMaterial,
  textsNeeded,
  withTexts,
} from '../../../src-renderer/domain/agreement/study/material/from-project';
import { namedReport, reportNames } from '../../../src-renderer/domain/agreement/study/named';
import type { AgreementReport } from '../../../src-renderer/domain/agreement/study/report';
import type { AgreementRequest } from '../../../src-renderer/domain/agreement/study/request';
import { study, studyTable } from '../../../src-renderer/domain/agreement/study/study';
import { agreementTable } from '../../../src-renderer/domain/exchange/tables/agreement-table';
import type { Message } from '../../../src-renderer/domain/model/message';
import type { ProjectState } from '../../../src-renderer/domain/model/project';
import type { Result } from '../../../src-renderer/domain/model/result';
import { readCells } from '../../../src-renderer/importers/table/cells';
import type { Call, Command } from '../command';
import { detailOf, Failed, WrongUsage } from '../failure';
import { list, mergedProject, wishesOf } from '../project/agreement-input';
import { readWhole } from '../project/files';
import { codersNamed, codesNamed, familyNamed, mainFamily } from '../project/find';
import { importFailureText, say } from '../text';

export const agreementCommand: Command = {
  name: 'agreement',
  files: '[P.qdpx…]',
  options: {
    coders: { value: 'A,B', about: 'coders', repeated: true },
    codes: { value: 'CODES', about: 'codes', repeated: true },
    family: { value: 'FAMILY', about: 'family' },
    country: { value: 'COUNTRY', about: 'country', repeated: true },
    unit: { value: 'UNIT', about: 'agreement-unit' },
    match: { value: 'RULE', about: 'match' },
    coefficient: { value: 'NAMES', about: 'coefficient', repeated: true },
    per: { value: 'PARTS', about: 'per', repeated: true },
    bootstrap: { value: 'B', about: 'bootstrap' },
    seed: { value: 'S', about: 'seed' },
    gamma: { value: 'VALUES', about: 'gamma' },
    'coded-only': { value: '', about: 'coded-only' },
    'first-longest': { value: '', about: 'first-longest' },
    table: { value: 'UNITS.csv', about: 'table' },
    spans: { value: 'SPANS.json', about: 'spans' },
  },
  formats: ['csv'],
  run: async (call) => {
    const report = await reportOf(call);
    for (const { source, reason } of report.leftOut) call.note(say(`note.left-out-${reason}`, { source }));
    return { json: report, table: () => agreementTable(report) };
  },
};

async function reportOf(call: Call): Promise<AgreementReport> {
  const [table, spans] = [call.one('table'), call.one('spans')];
  const given = [call.files.length > 0, table !== undefined, spans !== undefined].filter(Boolean);
  if (given.length !== 1) throw new WrongUsage(say('wrong.agreement-of'));
  if (table !== undefined) return ofTable(call, table);
  if (spans !== undefined) return ofSpans(call, spans);
  return ofProjects(call);
}

async function ofTable(call: Call, file: string): Promise<AgreementReport> {
  const wishes = wishesOf(call, []);
  const cells = await readCells(file, await readWhole(file));
  if (!cells.ok)
    throw new Failed(
      say('failure.document', {
        file,
        reason: importFailureText(cells.error.kind, cells.error.detail),
      }),
    );
  const { table } = sound(
    file,
    unitsTable(cells.value, { coders: list(call, 'coders'), categories: list(call, 'codes') }),
  );
  return finish(studyTable(table, wishes));
}

async function ofSpans(call: Call, file: string): Promise<AgreementReport> {
  const wishes = wishesOf(call, []);
  const text = new TextDecoder().decode(await readWhole(file));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Failed(say('failure.document', { file, reason: detailOf(error) }));
  }
  const only = { coders: list(call, 'coders'), codes: list(call, 'codes') };
  return finish(study(sound(file, spansMaterial(json, only)), wishes));
}

function sound<T>(file: string, read: Result<T, Message>): T {
  if (read.ok) return read.value;
  const { key, params } = read.error;
  throw new Failed(say('failure.document', { file, reason: say(`wrong-input.${key}`, params) }));
}

async function ofProjects(call: Call): Promise<AgreementReport> {
  const { state, texts } = await mergedProject(call);
  const request: AgreementRequest = {
    ...wishesOf(call, ['code']),
    coders: codersOf(call, state),
    codes: codesOf(call, state),
    sources: call.all('country').length > 0 ? { countries: call.all('country') } : {},
  };
  const material = agreementMaterial(state, request);
  const ready = withTexts(material, textsNeeded(material, request.unit), texts);
  const report = finish(study(ready, wishesOf(call, ['code'])));
  return namedReport(report, reportNames(state, report, 'en'));
}

/** Where the call names none, whom the window compares. */
function codersOf(call: Call, state: ProjectState) {
  const named = list(call, 'coders');
  if (named) return [...new Set(named.flatMap((name) => codersNamed(state, name)))];
  return startCoders(state);
}

function codesOf(call: Call, state: ProjectState): AgreementRequest['codes'] {
  const named = list(call, 'codes');
  if (named) return { codes: named.flatMap((name) => codesNamed(state, name)) };
  const family = call.one('family');
  if (family !== undefined) return { family: familyNamed(state, family).key };
  return { family: mainFamily(state)?.key ?? '' };
}
