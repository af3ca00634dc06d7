import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { setPngDensity } from '../../../src-renderer/charts/png-density';
import { fitText, textWidth, wrapText } from '../../../src-renderer/charts/text';

describe('text in figures', () => {
  it('is estimated by the kind of its characters', () => {
    expect(textWidth('国境', 10)).toBe(20);
    expect(textWidth('il', 10)).toBeLessThan(textWidth('WM', 10));
    expect(textWidth('', 10)).toBe(0);
  });

  it('is cut with an ellipsis where it does not fit', () => {
    expect(fitText('short', 100, 10)).toBe('short');
    const cut = fitText('Regional organisation or framework', 100, 12);
    expect(cut).toMatch(/^Regional.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
  });

  it('breaks between words, and between characters of scripts without spaces', () => {
    expect(wrapText('one two three', 50, 12)).toEqual(['one two', 'three']);
    expect(wrapText('一二三四五', 20, 10)).toEqual(['一二', '三四', '五']);
    expect(wrapText('', 20, 10)).toEqual([]);
  });

  it('does not begin a line with a closing mark', () => {
    expect(wrapText('一二三。四', 30, 10)).toEqual(['一二', '三。四']);
  });

  it('keeps to the most lines', () => {
    const lines = wrapText('one two three four five', 40, 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});

describe('density of a PNG', () => {
  it('stands in a chunk of its own with a right checksum', () => {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
      const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      check.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, check]);
    };
    const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    const start = Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header)]);
    const rest = Buffer.concat([
      chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const density = Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]); // 11 811 per metre: 300 per inch
    const png = setPngDensity(new Uint8Array(Buffer.concat([start, rest])), 300);
    expect(Buffer.from(png)).toEqual(Buffer.concat([start, chunk('pHYs', density), rest]));
  });
});
