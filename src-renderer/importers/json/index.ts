import type { ColumnRole, ImportChoices } from '../../domain/model/import';
import { message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { layOut } from '../../domain/text/canonical';
import { dateIn } from '../dates';
import { draftOf, failure, type Draft, type DraftFileResult } from '../draft';
import { readGrids } from '../table';
import { roleCalled } from '../table/role-names';
import { rolesOf } from '../table/roles';
import { isObject, type JsonValue, type ParsedJson } from './parse';
import { recordsOf, type Records } from './records';
import { blocksOf } from './whole';

/** Beside the documents of a file stand counts and queries; longer texts make it one document. */
const LONGEST_BESIDE = 60;
const MOST = 0.8;
const MOST_LISTED = 50;

/** Reads a file of data: a document for each of its records, or all of it as one. */
export function readJson(parsed: ParsedJson, choices: ImportChoices): DraftFileResult {
  const whole = () => blocksOf(parsed.value);
  const records = recordsOf(parsed);
  const read = records
    ? readGrids('json', [records.grid], withReading(records, choices), whole)
    : readWhole(whole());
  if (!read.ok) return read;
  const broken = parsed.broken.slice(0, MOST_LISTED).join(', ');
  const warnings =
    parsed.broken.length > 0
      ? [message('lines-unreadable', { count: parsed.broken.length, lines: broken })]
      : [];
  const isWhole = (read.value.readings?.[0] ?? 'document') === 'document';
  const about = isWhole ? aboutIn(parsed.value) : {};
  return ok({
    ...read.value,
    drafts: read.value.drafts.map((draft) => ({ ...draft, ...about })),
    warnings: [...warnings, ...(read.value.warnings ?? [])],
  });
}

function readWhole(blocks: ReturnType<typeof blocksOf>): DraftFileResult {
  const body = layOut(blocks);
  return body.blocks.length === 0 ? failure('no-text') : ok({ format: 'json', drafts: [draftOf(body)] });
}

/** A law has its articles in a list, but is one document: it says much of itself, and its items are unlike. */
function withReading({ grid, beside }: Records, choices: ImportChoices): ImportChoices {
  if (choices.reading !== undefined) return choices;
  const { columns } = rolesOf([grid], choices.columns);
  const at = grid.columns.indexOf(columns.find(({ role }) => role === 'text')?.name ?? '');
  const filled = grid.rows.filter(({ cells }) => (cells[at] ?? '') !== '').length;
  const isOne = beside.some((text) => text.length > LONGEST_BESIDE) || filled < MOST * grid.rows.length;
  return isOne ? { ...choices, reading: 'document' } : choices;
}

/** What the outermost names say of a document as a whole. */
function aboutIn(value: JsonValue): Partial<Draft> {
  if (!isObject(value)) return {};
  const said = (role: ColumnRole, ending: RegExp): string => {
    const fits = Object.entries(value).filter(([, each]) => typeof each === 'string' && each.trim() !== '');
    const found =
      fits.find(([key]) => roleCalled(key) === role) ??
      fits.find(([key]) => ending.test(key.normalize('NFKC')));
    return typeof found?.[1] === 'string' ? found[1].trim() : '';
  };
  const url = said('url', /(url|網址|网址|주소)$/i);
  return {
    title: said('title', /(title|名稱|名称|명칭|제목)$/i),
    date: dateIn(said('date', /(date|日期|일자|年月日)$/i)),
    url: /^https?:\/\//.test(url) ? url : '',
  };
}
