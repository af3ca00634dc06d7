import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFailureKinds } from '../../../src-renderer/domain/model/import';
import strings from '../../../src-renderer/i18n/locales/en/import-messages.json';

const folder = join(import.meta.dirname, '../../../src-renderer/importers');
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

describe('strings', () => {
  it('say what is wrong and what to do, for each kind of failure', () => {
    expect(Object.keys(strings.failure).sort()).toEqual([...importFailureKinds].sort());
    for (const text of Object.values(strings.failure)) expect(text).toMatch(/[.:] .*\.$/);
  });

  it('exist for each warning that an importer gives, and for no other', () => {
    const given = [...code.matchAll(/message\('([a-z-]+)'|\['([a-z-]+)', (?:dropped|countTags)/g)].map(
      ([, direct, listed]) => direct ?? listed ?? '',
    );
    const written = Object.keys(strings.warning).map((key) => key.replace(/_(one|other)$/, ''));
    expect(new Set(written)).toEqual(new Set(given));
  });
});
