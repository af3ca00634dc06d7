import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProjectContent } from '../../../../src-renderer/domain/exchange/project-content';
import { refiTargets } from '../../../../src-renderer/domain/exchange/refi/targets';
import { emptyState } from '../../../../src-renderer/domain/history/state';
import { generateExchangeProject } from '../../../generator/exchange-project';
import { bytesOf, exported, opened, textIn, violations } from '../../../support/exchange';

const seeds = [1, 2, 3, 4, 5, 6];
const xmlOf = async (content: ProjectContent, target: (typeof refiTargets)[number]) =>
  textIn(await opened((await exported(content, { target })).blob), 'project.qde');

/** Every GUID that an element has, and every one that something points at. */
function guidsIn(xml: string) {
  const all = (pattern: RegExp) => [...xml.matchAll(pattern)].map(([, guid]) => guid ?? '');
  return {
    defined: all(/ guid="([^"]*)"/g),
    used: all(
      / (?:targetGUID|originGUID|representedGUID|sourceVertex|targetVertex|creatingUser|creatingUserGUID|modifyingUser|modifyingUserGUID)="([^"]*)"/g,
    ),
  };
}

describe('project.qde', () => {
  it.each(refiTargets)('is valid, and every colour, GUID and reference resolves: %s', async (target) => {
    for (const seed of seeds.slice(0, target === 'default' ? 6 : 2)) {
      const xml = await xmlOf(generateExchangeProject({ seed }), target);
      expect(await violations(xml)).toEqual([]);
      const { defined, used } = guidsIn(xml);
      const known = new Set(defined);
      expect(known.size).toBe(defined.length);
      expect(used.filter((guid) => !known.has(guid))).toEqual([]);
      for (const guid of defined) expect(guid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
      for (const [, color] of xml.matchAll(/ color="([^"]*)"/g)) expect(color).toMatch(/^#[0-9A-F]{6}$/);
    }
  });

  it('is valid of a project with nothing in it', async () => {
    const [coder] = generateExchangeProject({ seed: 1 }).state.coders.values();
    const info = {
      id: coder!.id,
      name: '',
      createdAt: '2026-01-01T00:00:00.000Z',
      currentCoderId: coder!.id,
    };
    const state = {
      ...emptyState(),
      project: new Map([[info.id, info]]),
      coders: new Map([[coder!.id, coder!]]),
    };
    const xml = await xmlOf({ state, texts: new Map(), files: new Map(), log: [] }, 'default');
    expect(await violations(xml)).toEqual([]);
    expect(xml).not.toMatch(/<(Sources|Codes|Notes|Links|Sets|Graphs)/);
  });
});

const validator = resolve(import.meta.dirname, '../../../../../shared/refi/validate_qdpx.py');
const hasTools = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return existsSync(validator);
  } catch {
    return false;
  }
})();

interface Verdict {
  readonly file: string;
  readonly items: readonly (readonly [severity: string, code: string, message: string])[];
}

describe.runIf(hasTools)('the validator of the standard', () => {
  it('finds no error in what is written for any program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qdpx-'));
    try {
      const files: string[] = [];
      for (const target of refiTargets) {
        for (const seed of seeds) {
          const file = join(folder, `${target}-${seed}.qdpx`);
          writeFileSync(
            file,
            await bytesOf((await exported(generateExchangeProject({ seed }), { target })).blob),
          );
          files.push(file);
        }
      }
      const verdicts = JSON.parse(run(files)) as readonly Verdict[];
      expect(verdicts).toHaveLength(files.length);
      const errors = verdicts.flatMap(({ file, items }) =>
        items.filter(([severity]) => severity === 'E').map(([, code, text]) => `${file} ${code}: ${text}`),
      );
      expect(errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

/** The validator ends with 1 where it has found an error; what it says is the same. */
function run(files: readonly string[]): string {
  try {
    return execFileSync('python3', [validator, '--json', ...files], { maxBuffer: 1 << 28 }).toString();
  } catch (error) {
    return String((error as { readonly stdout: Buffer }).stdout);
  }
}
