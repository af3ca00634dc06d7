import type { AttributeKind } from './schema';

const guidForm = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** In: a GUID in any of the standard's styles. Out: lower case without braces; undefined when it is none. */
export function plainGuid(text: string): string | undefined {
  return guidForm.exec(text.trim())?.[1]?.toLowerCase();
}

/** In: a GUID as ids have it. Out: upper case, since some programs refuse the lower case of the schema. */
export const writtenGuid = (id: string): string => id.toUpperCase();

const moment = /^(?!0000)(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A moment as every program reads it.
 * In: an xsd:dateTime or an ISO 8601 moment. Out: the same to the second, in UTC where it has a zone; ''
 * when it is none or not in the calendar.
 */
export function writtenMoment(text: string): string {
  const found = moment.exec(text.trim());
  const [, clock = '', zone] = found ?? [];
  const time = Date.parse(`${clock}${zone ?? 'Z'}`);
  if (!found || Number.isNaN(time)) return '';
  // Date.parse lets the 31st of a shorter month through as the first of the next.
  if (new Date(Date.parse(`${clock}Z`)).toISOString().slice(0, 19) !== clock) return '';
  return zone === undefined ? clock : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/**
 * A number as xsd:decimal, which has no exponent.
 * In: a finite number. Out: its shortest decimal form, written out.
 */
export function decimal(value: number): string {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const shift = Number(exponent);
  if (shift === 0) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  return shift > 0
    ? sign + whole + fraction.padEnd(shift, '0')
    : `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
}

const enumerations: { readonly [kind in AttributeKind]?: readonly string[] } = {
  direction: ['Associative', 'OneWay', 'Bidirectional'],
  shape: [
    'Person',
    'Oval',
    'Rectangle',
    'RoundedRectangle',
    'Star',
    'LeftTriangle',
    'RightTriangle',
    'UpTriangle',
    'DownTriangle',
    'Note',
  ],
  'line-style': ['dotted', 'dashed', 'solid'],
};

/**
 * An attribute's value as the schema wants it.
 * In: the value as another program wrote it, and its kind. Out: the value to write; undefined when none
 * can be made of it. A whole number is rounded from a broken one; a short or alpha colour becomes
 * `#RRGGBB`.
 */
export function writtenValue(value: string, kind: AttributeKind): string | undefined {
  switch (kind) {
    case 'id':
    case 'ref':
    case 'user': {
      const id = plainGuid(value);
      return id === undefined ? undefined : writtenGuid(id);
    }
    case 'text':
    case 'path':
      return value;
    case 'integer':
      return value.trim() !== '' && Number.isFinite(Number(value))
        ? decimal(Math.round(Number(value)) + 0)
        : undefined;
    case 'date-time':
      return writtenMoment(value) || undefined;
    case 'color':
      return writtenColor(value) || undefined;
    default:
      return enumerations[kind]?.includes(value) ? value : undefined;
  }
}

/** In: a colour. Out: `#RRGGBB` in upper case; '' when it is none of `#RGB`, `#RRGGBB`, `#RRGGBBAA`. */
export function writtenColor(color: string): string {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(color.trim())?.[1]?.toUpperCase();
  if (digits === undefined) return '';
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits.slice(0, 6)}`;
}

/** In: the text of a typed value's element. Out: whether the schema takes it. */
export function fitsValueElement(name: string, text: string): boolean {
  switch (name) {
    case 'BooleanValue':
      return /^\s*(true|false|0|1)\s*$/.test(text);
    case 'IntegerValue':
      return /^\s*[+-]?\d+\s*$/.test(text);
    case 'FloatValue':
      return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/.test(text);
    case 'DateValue':
      return writtenMoment(`${text.trim()}T00:00:00`) !== '';
    case 'DateTimeValue':
      return writtenMoment(text) !== '';
    default:
      return true;
  }
}
