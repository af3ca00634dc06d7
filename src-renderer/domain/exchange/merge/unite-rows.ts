import { isRecord } from '../../model/record';

/** Fields in which rows of one thing may differ without saying different things. */
const asides = new Set(['id', 'createdAt', 'modifiedAt', 'order', 'currentCoderId']);
/** Fields where nothing is something: the top of a tree, a memo on the project, a code without a key. */
const neverFilled = new Set(['parentId', 'target', 'key', 'shortcut', 'sourceId', 'familyId', 'text']);
/** Lists of which both parts count. */
const lists = new Set(['examples', 'facts', 'warnings']);
/** Values by name: language or variable. */
const records = new Set(['labels', 'variables', 'indicators']);

type Data = Readonly<Record<string, unknown>>;

/**
 * Two rows of one thing as one.
 * In: the row that is there and the one that comes, its references already those of the first. Out: the
 * first row, completed by what only the second says (empty fields, further labels, values, examples, facts),
 * and the names of the fields in which they contradict each other, where the first stands.
 */
export function uniteRows<Row extends object>(
  first: Row,
  second: Row,
): { readonly row: Row; readonly contradictions: readonly string[] } {
  const mine: Data = Object.fromEntries(Object.entries(first));
  const taken: Record<string, unknown> = {};
  const contradictions: string[] = [];
  for (const [field, value] of Object.entries(second)) {
    const own = mine[field];
    if (asides.has(field) || sameData(own, value) || isNothing(value)) continue;
    if (field === 'tags' && sameSet(own, value)) continue;
    if (field === 'name' && isNumbered(own, value)) continue;
    if (isNothing(own) && !neverFilled.has(field)) taken[field] = value;
    else if (lists.has(field) && Array.isArray(own) && Array.isArray(value)) {
      const more = value.filter((each) => !own.some((other) => sameThing(other, each)));
      if (more.length > 0) taken[field] = [...own, ...more];
      if (value.some((each) => own.some((other) => sameThing(other, each) && !sameData(other, each))))
        contradictions.push(field);
    } else if (records.has(field) && isRecord(own) && isRecord(value)) {
      const more = Object.entries(value).filter(([name]) => !(name in own));
      if (more.length > 0) taken[field] = { ...own, ...Object.fromEntries(more) };
      if (Object.entries(value).some(([name, each]) => name in own && !sameData(own[name], each)))
        contradictions.push(field);
    } else contradictions.push(field);
  }
  const row = Object.keys(taken).length === 0 ? first : { ...first, ...taken };
  return { row, contradictions };
}

/**
 * Lets the second stand where both contradict each other.
 * In: the row as `uniteRows` made it, the one that comes, the fields. Out: the row with their values; of
 * records and lists with ids, both parts still count.
 */
export function takeTheirs<Row extends object>(united: Row, second: Row, fields: readonly string[]): Row {
  if (fields.length === 0) return united;
  const mine: Data = Object.fromEntries(Object.entries(united));
  const theirs: Data = Object.fromEntries(Object.entries(second));
  const taken: Record<string, unknown> = {};
  for (const field of 'modifiedAt' in theirs ? [...fields, 'modifiedAt'] : fields) {
    const [own, value] = [mine[field], theirs[field]];
    if (records.has(field) && isRecord(own) && isRecord(value)) taken[field] = { ...own, ...value };
    else if (lists.has(field) && Array.isArray(own) && Array.isArray(value))
      taken[field] = own.map(
        (each: unknown): unknown => value.find((other) => sameThing(each, other)) ?? each,
      );
    else taken[field] = value;
  }
  return { ...united, ...taken };
}

/** A name that was there already came in with a number: "Ana (2)" is their "Ana". */
const isNumbered = (own: unknown, value: unknown): boolean =>
  typeof own === 'string' && typeof value === 'string' && own.replace(/ \(\d+\)$/u, '') === value;

/** Tags are in the order in which they were applied, which says nothing. */
const sameSet = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && sameData([...a].sort(), [...b].sort());

const isNothing = (value: unknown): boolean => value === '' || value === null || value === undefined;

/** Facts have ids; what has none is the same when it says the same. */
const sameThing = (a: unknown, b: unknown): boolean =>
  isRecord(a) && isRecord(b) && 'id' in a && 'id' in b ? a['id'] === b['id'] : sameData(a, b);

/** In: plain data. Out: whether they say the same, whatever the order of their fields. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => sameData(each, b[index]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => name in b && sameData(a[name], b[name]))
  );
}
