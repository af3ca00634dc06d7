/**
 * A database as it lies in IndexedDB, written down as JSON. What JSON has no form for stands as an
 * object with one key: `$uint32` (numbers), `$bytes` and `$blob` (base64).
 *
 * Goldens are frozen: one for each version of the format, made when that version was current, and never
 * made anew. They hold what people have on their disks.
 */
export interface Golden {
  readonly databaseVersion: number;
  readonly stores: readonly GoldenStore[];
  /** What opening the project must give, whatever the version that opens it. */
  readonly expected: unknown;
}

interface GoldenStore {
  readonly name: string;
  readonly keyPath: string;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string; readonly unique: boolean }[];
  readonly rows: readonly unknown[];
}

/** Makes the database that a golden describes, without any code of the product. */
export function writeGolden(name: string, golden: Golden): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, golden.databaseVersion);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const { name: store, keyPath, autoIncrement, indexes, rows } of golden.stores) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique });
        for (const row of rows) made.put(revived(row));
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** Writes down the database that there is, to become a golden or to be compared with one. */
export async function readGolden(name: string): Promise<Omit<Golden, 'expected'>> {
  const database = await settled(indexedDB.open(name));
  const stores: GoldenStore[] = [];
  for (const store of database.objectStoreNames) {
    const table = database.transaction(store).objectStore(store);
    const rows = await settled(table.getAll());
    stores.push({
      name: store,
      keyPath: String(table.keyPath),
      autoIncrement: table.autoIncrement,
      indexes: Array.from(table.indexNames, (index) => {
        const { keyPath, unique } = table.index(index);
        return { name: index, keyPath: String(keyPath), unique };
      }),
      rows: await Promise.all(rows.map(plain)),
    });
  }
  const { version } = database;
  database.close();
  return { databaseVersion: version, stores };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The value that its form in JSON stands for. */
export function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const { $uint32, $bytes, $blob } = value as { $uint32?: number[]; $bytes?: string; $blob?: string };
  if ($uint32) return Uint32Array.from($uint32);
  if ($bytes !== undefined) return fromBase64($bytes);
  if ($blob !== undefined) return new Blob([fromBase64($blob)]);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revived(item)]));
}

/** The form in JSON of a value. */
export async function plain(value: unknown): Promise<unknown> {
  if (value instanceof Uint32Array) return { $uint32: [...value] };
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (value instanceof Blob) return { $blob: toBase64(new Uint8Array(await value.arrayBuffer())) };
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await plain(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
