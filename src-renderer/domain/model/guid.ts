/** Seeds of four independent 32-bit lanes; their values matter only in that they never change. */
const SEEDS = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

/**
 * A GUID that is always the same for the same names, so that rows made from a fixed origin keep their identity from
 * one copy and one release to the next.
 * In: names, whose order and boundaries count. Out: a GUID of version 8 (RFC 9562, section 5.8: free
 * content), made of four FNV-1a lanes with the finalizer of MurmurHash3. Not for secrets.
 */
export function stableGuid(...names: readonly string[]): string {
  const text = names.join('\u0000');
  const hex = SEEDS.map((seed) => lane(text, seed).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-');
}

function lane(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
