import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

// Outside the test runner's own module graph, so that Node's loader and its hooks load the program.
register('./hooks.mjs', import.meta.url);

/**
 * Starts the built main process once more; the query makes it a module of its own.
 * @param {string} file
 * @param {string} run
 * @returns {Promise<unknown>}
 */
export const startMain = (file, run) => import(`${pathToFileURL(file).href}?run=${run}`);
