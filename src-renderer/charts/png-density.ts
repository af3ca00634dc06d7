const signatureAndHeader = 33; // 8 bytes of signature and the IHDR chunk, which always stands first
const metresPerInch = 0.0254;

/**
 * Says how densely a picture is to be printed (PNG specification, 11.3.4.3: chunk pHYs before IDAT).
 * In: a PNG without that chunk, as canvases write it, and dots per inch. Out: the PNG with it.
 */
export function setPngDensity(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi / metresPerInch);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4); // pHYs
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1); // the unit is the metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, signatureAndHeader));
  result.set(chunk, signatureAndHeader);
  result.set(png.subarray(signatureAndHeader), signatureAndHeader + chunk.length);
  return result;
}

/** CRC-32 of the PNG specification, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
