import util from 'node:util';
import { Expected } from './run.mjs';

/**
 * Reads the options of a script; bad usage is told in one line and ends with code 2.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {T} options
 * @param {string} usage
 * @returns {ReturnType<typeof util.parseArgs<{ options: T, strict: true }>>['values']}
 */
export function readOptions(options, usage) {
  try {
    return util.parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Expected(`${reason.split('. ')[0]}. Usage: ${usage}`, 2);
  }
}

/**
 * @param {string | undefined} text
 * @param {string} usage
 * @returns {number | undefined} a port of 1–65535
 */
export function readPort(text, usage) {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Expected(`--port takes a number from 1 to 65535. Usage: ${usage}`, 2);
}
