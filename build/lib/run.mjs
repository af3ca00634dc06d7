import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. Not `import.meta.dirname`: an old Node must get as far as being told so. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const interrupts = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Something that may well happen, told to the person in one line. */
export class Expected extends Error {
  /**
   * @param {string} sentence
   * @param {number} [exitCode]
   */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/**
 * Runs the body of a script. An expected failure ends it with one line; anything else is a defect of ours
 * and shows where it happened.
 * @param {() => Promise<number | void>} body
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Expected)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

/**
 * Runs a program to its end, without input.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ timeout?: number, quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] `timeout` in ms; `quiet`
 * keeps the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>} exit code, 124 after the time is over, 127 when there is
 * no such program; the output when quiet
 */
export function run(command, args, { timeout = 0, quiet = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const inGroup = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: root,
      env: quiet && !process.stdout.isTTY ? { ...env, NO_COLOR: '1' } : env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
      // A group of its own, so that what the program started ends with it.
      detached: inGroup,
    });
    let output = '';
    let late = false;
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      if (child.pid === undefined || child.exitCode !== null) return;
      if (inGroup) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    const timer =
      timeout > 0 &&
      setTimeout(() => {
        late = true;
        end('SIGKILL');
      }, timeout);
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    /** @param {number} code */
    const done = (code) => {
      if (timer) clearTimeout(timer);
      for (const signal of interrupts) process.off(signal, interrupted);
      resolve({ code, output });
    };
    const interrupted = () => {
      end('SIGTERM');
      process.exit(130);
    };
    for (const signal of interrupts) process.once(signal, interrupted);
    child.once('error', (error) => done(late ? 124 : 'code' in error && error.code === 'ENOENT' ? 127 : 1));
    child.once('close', (code) => done(late ? 124 : (code ?? 1)));
  });
}

/**
 * Runs the command-line tool of an installed package with this Node.
 * @param {string} path its script inside node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function tool(path, args, options) {
  const script = join(root, 'node_modules', path);
  if (!existsSync(script)) throw new Expected(`${path} is not installed: npm ci installs it.`);
  return run(process.execPath, [script, ...args], options);
}

/** Ends with one line on a Node that cannot run the tools. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Expected(`Parallax needs Node 20.19 or newer; this is ${process.versions.node}.`);
}
