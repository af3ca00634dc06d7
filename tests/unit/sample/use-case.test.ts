import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import codebookJson from '../../../resources/codebook.json';
import sampleJson from '../../../resources/sample';
import type { ParserPort } from '../../../src-renderer/application/ports/parser';
import type { SourceContent, StoragePort } from '../../../src-renderer/application/ports/storage';
import { openSample } from '../../../src-renderer/application/sample';
import type { Services } from '../../../src-renderer/application/services';
import type { ChangeSet } from '../../../src-renderer/domain/model/change';
import type { ParsedSource } from '../../../src-renderer/domain/model/import';
import { fail, ok } from '../../../src-renderer/domain/model/result';
import { readMarkdown } from '../../../src-renderer/importers/markdown';
import { readFileOf } from '../../support/files';
import { stamp, valueOf } from './open-sample';

const parser: ParserPort = {
  async parse(file) {
    const bytes = await file.bytes();
    const { body, ...draft } = valueOf(await readMarkdown(new TextDecoder().decode(bytes)));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const source: ParsedSource = { ...draft, ...body, hash, format: 'md', encoding: 'utf-8' };
    return ok({ ...readFileOf([source]), bytes });
  },
};

function servicesWith(createProject: StoragePort['createProject']): Services {
  return {
    storage: { createProject } as StoragePort,
    parser,
    exchange: {} as Services['exchange'],
    analysis: {} as Services['analysis'],
    platform: {} as Services['platform'],
    stamp,
    resources: {
      codebook: () => Promise.resolve(codebookJson),
      sample: () => Promise.resolve(sampleJson),
    },
  };
}

describe('opening the sample', () => {
  it('imports its documents as anybody’s and stores one project with all its rows and bodies', async () => {
    const stored: { first: ChangeSet; contents: readonly SourceContent[] }[] = [];
    const services = servicesWith((_, first, contents = []) => {
      stored.push({ first, contents });
      return Promise.resolve(ok(undefined));
    });
    const opened = await openSample(services);
    expect(opened).toEqual(ok('00000000-0000-4000-8000-000000000000'));
    expect(stored).toHaveLength(1);
    const [{ first, contents }] = stored as [(typeof stored)[number]];
    expect(first.kind).toBe('origin');
    expect(contents).toHaveLength(19);
    const sources = first.changes.flatMap((each) =>
      each.table === 'sources' && each.after ? [each.after] : [],
    );
    for (const { text, file } of contents) {
      const source = sources.find(({ id }) => id === text.sourceId)!;
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(source.hash);
    }
  });

  it('passes on why it could not be written', async () => {
    const services = servicesWith(() => Promise.resolve(fail({ kind: 'full' } as const)));
    expect(await openSample(services)).toEqual(fail({ kind: 'full' }));
  });
});
