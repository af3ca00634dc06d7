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

export type Shade = 'light' | 'dark';

/**
 * Of ui/theme/tokens.css: the ground of each theme on which codes are hardest to see, that of a selected
 * row, and its text.
 */
export const shadeTokens = {
  light: { selected: '#e2ddd0', text: '#1d2026' },
  dark: { selected: '#343942', text: '#e8e6e0' },
} as const;

/** What WCAG 2 wants of graphics that one must tell apart from what is behind them. */
const GRAPHICS_CONTRAST = 3;

/**
 * A thin line, edge or bar in a code's colour: the colour itself, moved towards the text until it has 3 : 1
 * on every ground of the theme.
 */
export function lineColor(color: string, shade: Shade): string {
  const { selected, text } = shadeTokens[shade];
  for (let share = 1; share > 0; share -= 0.05) {
    const mixed = toHex(mix(channels(color), channels(text), share));
    if (contrast(mixed, selected) >= GRAPHICS_CONTRAST) return mixed;
  }
  return text;
}

/**
 * A symbol or bar filled with a code's colour. On light ground the colour is its own, for `lineColor` edges
 * it; on dark ground a dark colour becomes lighter, as an edge alone would show a hole.
 */
export const fillColor = (color: string, shade: Shade): string =>
  shade === 'dark' ? lineColor(color, shade) : color;

interface CodeColors {
  readonly fill: string;
  readonly edge: string;
}

const made = new Map<string, CodeColors>();

/** Fill and edge of a code's symbol as CSS colours that follow the theme of where they are used. */
export function codeColors(color: string): CodeColors {
  let colors = made.get(color);
  if (!colors) {
    const both = (of: typeof lineColor) => `light-dark(${of(color, 'light')}, ${of(color, 'dark')})`;
    made.set(color, (colors = { fill: both(fillColor), edge: both(lineColor) }));
  }
  return colors;
}

/** What a mark lies between. */
export interface Ground {
  readonly shade: Shade;
  readonly paper: string;
  readonly text: string;
  /** How much of the code's colour goes into the paper where the text stays readable, 0…1. */
  readonly strength: number;
}

/** Body text wants 4.5; a little more leaves room for the edges of thin strokes. */
const WANTED_CONTRAST = 5;

/** The colour behind coded text: as strong as wished, but never so strong that the text is hard to read. */
export function markColor(color: string, { shade, paper, text, strength }: Ground): string {
  const pure = channels(fillColor(color, shade));
  for (let share = strength; share > 0.02; share -= 0.02) {
    const mixed = toHex(mix(pure, channels(paper), share));
    if (contrast(mixed, text) >= WANTED_CONTRAST) return mixed;
  }
  return paper;
}
