/** Reserved by Windows whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const forbidden = /[\u0000-\u001f\u007f<>:"/\\|?*]/g;
/** Most file systems take 255 bytes; the rest is left for prefixes of ours. */
const MAX_NAME_BYTES = 180;

/**
 * In: a name the renderer proposes. Out: one that every file system takes and that names a file of the
 * folder it is put in: no separators, no reserved names, never empty. The extension is kept.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .replace(/\p{Surrogate}/gu, '-')
    .replace(forbidden, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(reserved, '_$1');
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 12 ? cleaned.slice(dot) : '';
  const stem = shorten(cleaned.slice(0, cleaned.length - extension.length), MAX_NAME_BYTES);
  return `${stem || 'parallax'}${extension}`;
}

function shorten(text: string, bytes: number): string {
  let kept = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) return kept.trimEnd();
    kept += character;
  }
  return kept;
}

/** In: a file name. Out: its extension without the dot; '' when there is none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? '';
}
