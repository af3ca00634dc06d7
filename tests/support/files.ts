import type { ParsedFile, ParserPort } from '../../src-renderer/application/ports/parser';
import type { InputFile } from '../../src-renderer/application/ports/platform';
import type {
  ImportChoices,
  ImportFailure,
  ParsedSource,
  ReadFile,
} from '../../src-renderer/domain/model/import';
import { fail, ok, type Result } from '../../src-renderer/domain/model/result';

/** A file of the given text. */
export function textFile(name: string, text: string, path = name): InputFile {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    path,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
}

/** What an importer makes of plain text. The hash is a stand-in that is equal for equal texts only. */
export function parsedText(name: string, text: string, more: Partial<ParsedSource> = {}): ParsedSource {
  return {
    title: name.replace(/\.[^.]*$/, ''),
    format: 'txt',
    encoding: 'utf-8',
    language: 'en',
    hash: [...text]
      .map((c) => c.charCodeAt(0).toString(16))
      .join('')
      .padStart(64, '0'),
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph', level: 0 }],
    date: '',
    author: '',
    outlet: '',
    url: '',
    identifier: '',
    fields: [],
    comments: [],
    warnings: [],
    ...more,
  };
}

/** A file that holds these sources and could be read in no other way. */
export const readFileOf = (sources: readonly ParsedSource[]): ReadFile => ({
  sources,
  readings: ['document'],
  encodings: [],
  columns: [],
  declared: null,
  pagesWithoutText: [],
  members: [],
  records: [],
  warnings: [],
});

/**
 * A parser for tests: a file whose text is `fail:<kind>` fails so, `throw` breaks its parser, `wait` waits
 * until `release` is called or it is aborted; anything else is one source.
 */
export class TestParser implements ParserPort {
  running = 0;
  mostAtOnce = 0;
  #release: () => void = () => {};
  readonly #gate = new Promise<void>((resolve) => (this.#release = resolve));

  release(): void {
    this.#release();
  }

  async parse(
    file: InputFile,
    signal: AbortSignal,
    _choices?: ImportChoices,
  ): Promise<Result<ParsedFile, ImportFailure>> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.running);
    try {
      const bytes = await file.bytes();
      const text = new TextDecoder().decode(bytes);
      if (text === 'throw') throw new Error('the worker died');
      if (text.startsWith('fail:')) {
        return fail({ kind: text.slice(5) as ImportFailure['kind'], detail: 'detail' });
      }
      if (text === 'wait') {
        const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        await Promise.race([this.#gate, aborted]);
        if (signal.aborted) return fail({ kind: 'cancelled', detail: '' } as const);
      }
      return ok({ ...readFileOf([parsedText(file.name, text)]), bytes });
    } finally {
      this.running--;
    }
  }
}
