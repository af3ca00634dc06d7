import * as v from 'valibot';
import type { CallName } from './channels';
import { MAX_FILE_BYTES, MAX_LABEL_LENGTH } from './limits';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const id = v.pipe(v.string(), v.regex(/^[\w.:-]{1,200}$/));
const guid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const list = <S extends v.GenericSchema>(item: S, longest: number) =>
  v.pipe(v.array(item), v.maxLength(longest), v.readonly());

const fileName = v.pipe(text(1000), v.minLength(1));
const bytes = v.pipe(
  v.instance(Uint8Array<ArrayBuffer>),
  v.check((value) => value.byteLength <= MAX_FILE_BYTES),
);

/** `[start, end)` in bytes. */
const position = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const range = v.pipe(
  v.strictObject({ start: position, end: position }),
  v.check(({ start, end }) => start <= end && end - start <= MAX_FILE_BYTES),
);

const menuItem = v.strictObject({
  id,
  label: text(MAX_LABEL_LENGTH),
  keys: text(40),
  enabled: v.boolean(),
});
const menuSection = v.strictObject({ id, label: text(MAX_LABEL_LENGTH), items: list(menuItem, 500) });

/** What each call may carry; anything else is refused before a handler sees it. */
export const requests = {
  openFiles: v.strictObject({
    extensions: list(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,12}$/)), 64),
  }),
  /** The person alone says which. An empty list would pass for an object without fields. */
  openFolder: v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value)),
    v.strictObject({}),
  ),
  /** Without a range the whole file. */
  readFile: v.strictObject({ id: guid, range: v.optional(range) }),
  saveFile: v.strictObject({ name: fileName, bytes }),
  writeBackup: v.strictObject({ projectId: guid, name: fileName, bytes }),
  setMenu: v.strictObject({ sections: list(menuSection, 20) }),
} satisfies Record<CallName, v.GenericSchema>;

export type Requests = { readonly [Name in CallName]: Readonly<v.InferOutput<(typeof requests)[Name]>> };
export type MenuItemRequest = Readonly<v.InferOutput<typeof menuItem>>;
export type MenuSectionRequest = Readonly<v.InferOutput<typeof menuSection>>;
