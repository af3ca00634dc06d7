import { resolve } from 'node:path';

/**
 * What imports mean in the renderer, in its workers and in tests alike.
 * @param {string} root the folder of the project (a bundled configuration does not know where this file is)
 */
export const aliases = (root) => ({
  '@resources': resolve(root, 'resources'),
  // The build for browsers asks the document, which a worker does not have.
  'decode-named-character-reference': resolve(root, 'node_modules/decode-named-character-reference/index.js'),
});
