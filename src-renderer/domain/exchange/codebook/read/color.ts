/** The colours with names that programs and people of the field write: those of HTML 4 and a few of CSS. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#C0C0C0',
  gray: '#808080',
  grey: '#808080',
  white: '#FFFFFF',
  maroon: '#800000',
  red: '#FF0000',
  purple: '#800080',
  fuchsia: '#FF00FF',
  magenta: '#FF00FF',
  green: '#008000',
  lime: '#00FF00',
  olive: '#808000',
  yellow: '#FFFF00',
  navy: '#000080',
  blue: '#0000FF',
  teal: '#008080',
  aqua: '#00FFFF',
  cyan: '#00FFFF',
  orange: '#FFA500',
  pink: '#FFC0CB',
  brown: '#A52A2A',
  gold: '#FFD700',
  violet: '#EE82EE',
  indigo: '#4B0082',
  crimson: '#DC143C',
  turquoise: '#40E0D0',
  tomato: '#FF6347',
  salmon: '#FA8072',
  coral: '#FF7F50',
  khaki: '#F0E68C',
  lightblue: '#ADD8E6',
  lightgreen: '#90EE90',
  darkblue: '#00008B',
  darkgreen: '#006400',
  darkred: '#8B0000',
};

/**
 * A colour in the notation of the model.
 * In: what programs write: #RGB, #RRGGBB, either with alpha (last, or first in the manner of .NET where the
 * eight digits begin with FF and do not end so), the same without #, rgb(…) and rgba(…) with numbers of
 * 0–255 or per cent, a name. Out: #RRGGBB in upper case, the alpha dropped; undefined for anything else.
 */
export function colorFrom(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1];
  if (hex) return `#${digits(hex).toUpperCase()}`;
  const channels = /^rgba?\(([^)]*)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .slice(0, 3);
  if (channels?.length === 3) {
    const values = channels.map(channel);
    return values.some(Number.isNaN)
      ? undefined
      : `#${values
          .map((value) => value.toString(16).padStart(2, '0'))
          .join('')
          .toUpperCase()}`;
  }
  return Object.hasOwn(named, text) ? named[text] : undefined;
}

function digits(hex: string): string {
  if (hex.length <= 4) return [...hex.slice(0, 3)].map((digit) => digit + digit).join('');
  return hex.length === 8 && hex.startsWith('ff') && !hex.endsWith('ff') ? hex.slice(2) : hex.slice(0, 6);
}

function channel(written: string): number {
  if (!/^\d+(\.\d+)?%?$/.test(written)) return Number.NaN;
  const value = (Number.parseFloat(written) * (written.endsWith('%') ? 255 : 100)) / 100;
  return Math.min(255, Math.round(value));
}
