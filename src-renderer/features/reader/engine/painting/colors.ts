/** Red, green, blue of 0…255. */
type Rgb = readonly [number, number, number];

/** In: #RGB or #RRGGBB. Out: its channels; black for anything else. */
function channels(color: string): Rgb {
  const hex = /^#([0-9a-f]{3})$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? parseInt(hex.slice(1), 16) : 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const toHex = (color: Rgb): string =>
  `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

const mix = (over: Rgb, under: Rgb, share: number): Rgb => [
  over[0] * share + under[0] * (1 - share),
  over[1] * share + under[1] * (1 - share),
  over[2] * share + under[2] * (1 - share),
];

/** Relative luminance as WCAG 2 defines it. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours as WCAG 2 defines it, 1…21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(channels(a)), luminance(channels(b))].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
}

/** What a mark lies between. */
export interface Ground {
  readonly paper: string;
  readonly text: string;
  /** How much of the code's colour goes into the paper where the text stays readable, 0…1. */
  readonly strength: number;
}

/** Body text wants 4.5; a little more leaves room for the edges of thin strokes. */
const WANTED_CONTRAST = 5;

/** The colour behind coded text: as strong as wished, but never so strong that the text is hard to read. */
export function markColor(color: string, { paper, text, strength }: Ground): string {
  for (let share = strength; share > 0.02; share -= 0.02) {
    const mixed = toHex(mix(channels(color), channels(paper), share));
    if (contrast(mixed, text) >= WANTED_CONTRAST) return mixed;
  }
  return paper;
}

/** A line or bar on paper: the code's own colour, moved towards the text until it can be seen (3 : 1 or so). */
export function lineColor(color: string, { paper, text }: Ground): string {
  for (let share = 1; share > 0.3; share -= 0.05) {
    const mixed = toHex(mix(channels(color), channels(text), share));
    if (contrast(mixed, paper) >= 2) return mixed;
  }
  return text;
}
