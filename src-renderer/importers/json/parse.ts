/** JSON whose numbers are as they are written: a number of twenty digits is an identifier and must stay whole. */
export type JsonValue =
  string | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export interface ParsedJson {
  /** What the file holds; where each line holds a value of its own, those. */
  readonly value: JsonValue;
  /** Lines, from 1, on which the items of `value` stand; undefined where the file is one value. */
  readonly lines?: readonly number[];
  /** Lines, from 1, that are no JSON. */
  readonly broken: readonly number[];
}

/** More than this among the lines, and the file is something else. */
const MOST_BROKEN = 0.1;

/**
 * Reads JSON, or a JSON value on each line (JSONL, NDJSON).
 * In: a text. Out: what it holds, or undefined where it is neither.
 */
export function parseJson(text: string): ParsedJson | undefined {
  const start = text.trimStart().charAt(0);
  if (start !== '{' && start !== '[') return undefined;
  const whole = parseExactly(text);
  if (whole !== undefined) return { value: whole, broken: [] };
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  if (parseExactly(firstLine) === undefined) return undefined;
  const values: JsonValue[] = [];
  const lines: number[] = [];
  const broken: number[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const value = parseExactly(line);
    if (value === undefined) broken.push(i + 1);
    else {
      values.push(value);
      lines.push(i + 1);
    }
  });
  return broken.length <= MOST_BROKEN * values.length ? { value: values, lines, broken } : undefined;
}

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

function parseExactly(text: string): JsonValue | undefined {
  try {
    JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const quoted = text.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`));
  return JSON.parse(quoted) as JsonValue;
}

export const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);

export const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);
