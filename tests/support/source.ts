import type { Source } from '../../src-renderer/domain/model/source';

/** A source whose description is empty but for what is given. */
export function makeSource(fields: Partial<Source> & Pick<Source, 'id'>): Source {
  return {
    title: fields.id,
    format: 'txt',
    fileName: `${fields.id}.txt`,
    encoding: 'utf-8',
    hash: fields.id.padStart(64, '0'),
    bytes: 1000,
    length: 1000,
    characters: 1000,
    language: 'en',
    country: '',
    date: '',
    documentType: '',
    actor: '',
    outlet: '',
    url: '',
    variables: {},
    warnings: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    modifiedAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}
