import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ProjectContent } from '../../../src-renderer/domain/exchange/project-content';
import { writeQdpx } from '../../../src-renderer/exporters/qdpx';
import type { GeneratedProject } from '../../generator/project';

const program = resolve(import.meta.dirname, '../../../out/main/cli.js');

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as anybody would, and waits for it. */
export function parallax(folder: string, ...args: readonly string[]): Promise<Run> {
  if (!existsSync(program)) throw new Error(`${program} is not there: run npm run build first.`);
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
      },
    );
  });
}

/** What a run that must succeed wrote as JSON. */
export async function json<T>(folder: string, ...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await parallax(folder, ...args);
  if (code !== 0) throw new Error(`parallax ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

/** A folder of its own for a test, and how to take it away. */
export async function workFolder(): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-cli-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A generated project as the bytes of a .qdpx file. */
export async function qdpxOf(project: GeneratedProject | ProjectContent): Promise<Uint8Array> {
  const { state, texts } = project;
  const { files, log } = 'log' in project ? project : { files: new Map<string, never>(), log: [] };
  const written = await writeQdpx(
    {
      state,
      text: (id) => Promise.resolve(texts.get(id)),
      file: (id) => Promise.resolve(files.get(id)),
      log: async function* () {
        yield* log;
      },
    },
    { target: 'default', origin: 'Test' },
  );
  if (!written.ok) throw new Error(written.error.kind);
  return new Uint8Array(await written.value.blob.arrayBuffer());
}
