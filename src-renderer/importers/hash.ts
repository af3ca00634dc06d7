import { hexDigits } from '../domain/text/hex';

/** SHA-256 of bytes as 64 hex digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // Bytes that share memory between threads cannot be digested; no file comes as such.
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return hexDigits(new Uint8Array(digest));
}
