import type { Source } from '../../../model/source';
import { countCodePoints } from '../../../text/positions';
import type { RefiPdfSource, RefiText, RefiTextSource, RefiValue } from '../model';
import type { FileText } from '../positions/file-text';
import type { CaseOfSource } from './cases';
import { momentOf } from './moments';
import type { RefiBody } from './options';
import type { Variables } from './variables';

/** A source with a text: the text and what is marked in it stand in its Representation where it is a PDF. */
export type Readable = RefiTextSource | RefiPdfSource;

/** In: a source with a text. Out: what the file says of the text; undefined for a PDF without. */
export const textOf = (source: Readable): RefiText | undefined =>
  source.kind === 'text' ? source : (source.representation ?? undefined);

/**
 * The row of a source.
 * In: the source as in the file, its text and where that came from, what its cases say, the variables, the
 * name of the variable for cases, and the present moment for dates that the file lacks. Out: the row. Values
 * of the source itself count before those of its cases.
 */
export function sourceRow(
  source: Readable,
  body: RefiBody,
  text: FileText,
  cases: CaseOfSource | undefined,
  variables: Variables,
  caseVariable: string,
  now: string,
): Source {
  const own = [...source.values, ...(textOf(source) === source ? [] : (textOf(source)?.values ?? []))];
  const known = new Set(own.map(({ variable }) => variable));
  const inherited: readonly RefiValue[] = (cases?.values ?? []).filter(
    ({ variable }) => !known.has(variable),
  );
  const { fields, variables: values } = variables.sort([...own, ...inherited]);
  const names = [...new Set(cases?.names)];
  const createdAt = momentOf(source.at) ?? now;
  return {
    id: source.guid,
    title: source.name.replace(/\s+/g, ' ').trim() || body.fileName || source.guid,
    format: body.format,
    fileName: body.fileName,
    encoding: body.encoding,
    hash: body.hash,
    bytes: body.bytes.length,
    length: text.canonical.length,
    characters: countCodePoints(text.canonical),
    language: body.language,
    country: cases?.country ?? '',
    date: '',
    documentType: '',
    actor: '',
    outlet: '',
    url: '',
    ...fields,
    variables: names.length === 0 ? values : { ...values, [variables.add(caseVariable)]: names.join('; ') },
    warnings: body.warnings,
    createdAt,
    modifiedAt: momentOf(source.modifiedAt) ?? createdAt,
  };
}
