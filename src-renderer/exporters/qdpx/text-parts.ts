import { hexDigits } from '../../domain/text/hex';

/** So long a text is encoded at once. */
const CHUNK = 1 << 18;

/** Gathers a long text as UTF-8 in pieces, so that it never is one string. */
export class TextParts {
  readonly #encoder = new TextEncoder();
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #pending = '';

  add(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= CHUNK) this.#flush();
  }

  /** Out: all that was added. */
  blob(): Blob {
    this.#flush();
    return new Blob(this.#parts);
  }

  #flush(): void {
    // A pair may come in two pieces; its halves alone would be lost.
    const cut = /[\ud800-\udbff]$/.test(this.#pending) ? this.#pending.length - 1 : this.#pending.length;
    if (cut > 0) this.#parts.push(this.#encoder.encode(this.#pending.slice(0, cut)));
    this.#pending = this.#pending.slice(cut);
  }
}

/** In: bytes. Out: their SHA-256 as 64 hex digits. */
export async function sha256(blob: Blob): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return hexDigits(new Uint8Array(digest));
}
