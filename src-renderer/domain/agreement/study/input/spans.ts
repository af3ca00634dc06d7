import { message, type Message } from '../../../model/message';
import { fail, ok, type Result } from '../../../model/result';
import type { Span } from '../../continuum/continuum';
import type { AgreementMaterial, MaterialDocument } from '../material/material';

/**
 * Spans from elsewhere: `{"length": N, "coders": {"A": [[start, end, "code"], …]}}`, half-open, or a list of
 * these, one per document. Beside them `begin` (0 where it is absent), `id`, `country` and `language` of a
 * document are read; null instead of a list says that the coder did not look.
 * In: parsed JSON, and the coders and codes that count (all, where undefined). Out: the material, with the
 * coders in the order in which they first occur and the codes sorted; or what is wrong with it (`spans.*`
 * messages, with the document counted from 1).
 */
export function spansMaterial(
  json: unknown,
  only: { readonly coders?: readonly string[]; readonly codes?: readonly string[] } = {},
): Result<AgreementMaterial, Message> {
  const raw = Array.isArray(json) ? (json as readonly unknown[]) : [json];
  const read: ReadDocument[] = [];
  for (const [i, each] of raw.entries()) {
    const document = readDocument(each, i + 1);
    if (!document.ok) return document;
    read.push(document.value);
  }
  const coders = only.coders ?? [...new Set(read.flatMap(({ spans }) => [...spans.keys()]))];
  const stranger = coders.find((coder) => !read.some(({ spans }) => spans.has(coder)));
  if (stranger !== undefined) return fail(message('spans.no-such-coder', { coder: stranger }));
  const wanted = only.codes && new Set(only.codes);
  const documents = read.map(({ spans, ...facts }): MaterialDocument => {
    const own = coders.map((coder) => spans.get(coder) ?? null);
    return {
      ...facts,
      characters: facts.length,
      coders: own.map((list) => list && (wanted ? list.filter(({ code }) => wanted.has(code)) : list)),
      unfinished: coders.map(() => false),
    };
  });
  const looked = ({ coders: own }: MaterialDocument) => own.filter((each) => each !== null).length;
  const codes = new Set(
    documents.flatMap((each) => each.coders.flatMap((own) => (own ?? []).map(({ code }) => code))),
  );
  return ok({
    coders,
    codes: only.codes ?? [...codes].sort(),
    documents: documents.filter((document) => looked(document) >= 2),
    leftOut: documents
      .filter((document) => looked(document) < 2)
      .map((document) => ({
        source: document.id,
        reason: looked(document) === 0 ? 'no-coder' : 'one-coder',
      })),
  });
}

interface ReadDocument extends Pick<MaterialDocument, 'id' | 'begin' | 'length' | 'country' | 'language'> {
  readonly spans: ReadonlyMap<string, readonly Span[] | null>;
}

function readDocument(json: unknown, number: number): Result<ReadDocument, Message> {
  const wrong = (key: string, params: Message['params'] = {}) =>
    fail(message(`spans.${key}`, { document: number, ...params }));
  if (!isRecord(json) || !isRecord(json['coders'])) return wrong('no-coders');
  const { length, begin = 0 } = json;
  if (!isNumber(length) || length < 0) return wrong('no-length');
  if (!isNumber(begin)) return wrong('no-length');
  const spans = new Map<string, readonly Span[] | null>();
  for (const [coder, list] of Object.entries(json['coders'])) {
    if (list === null) {
      spans.set(coder, null);
      continue;
    }
    if (!Array.isArray(list)) return wrong('no-list', { coder });
    const own: Span[] = [];
    for (const [i, each] of (list as readonly unknown[]).entries()) {
      const [start, end, code] = Array.isArray(each) ? (each as readonly unknown[]) : [];
      if (!isNumber(start) || !isNumber(end) || typeof code !== 'string')
        return wrong('no-span', { coder, number: i + 1 });
      if (start < begin || start >= end || end > begin + length)
        return wrong('outside', { coder, number: i + 1 });
      own.push({ start, end, code });
    }
    spans.set(coder, own);
  }
  const textOf = (key: string) => (typeof json[key] === 'string' ? json[key] : '');
  return ok({
    id: textOf('id') || String(number),
    country: textOf('country'),
    language: textOf('language'),
    begin,
    length,
    spans,
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
