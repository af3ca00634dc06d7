import type { CodePattern } from '../domain/model/codebook';
import { codeColors, fillColor } from '../ui/codes/code-colors';
import { symbolPaths } from '../ui/codes/code-glyph';
import type { ChartCode } from './model';

/** Side of a pattern's tile in pixels. */
const tile = 6;

const strokes: Record<Exclude<CodePattern, 'solid' | 'dots'>, string> = {
  'diagonal-up': 'M-1 1l2-2M0 6l6-6M5 7l2-2',
  'diagonal-down': 'M5-1l2 2M0 0l6 6M-1 5l2 2',
  horizontal: 'M0 3h6',
  vertical: 'M3 0v6',
};

/** Dark lines on a light colour and light ones on a dark colour, so that patterns are seen in grey. */
const overFill = (color: string): string =>
  `light-dark(${overColor(fillColor(color, 'light'))}, ${overColor(fillColor(color, 'dark'))})`;

function overColor(color: string): string {
  const channel = (at: number) => parseInt(color.slice(at, at + 2), 16) / 255;
  // Rec. 709 luma of the encoded values: near enough to choose between black and white.
  const luma = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luma > 0.5 ? '#000000' : '#ffffff';
}

const patternId = (prefix: string, code: ChartCode) => `${prefix}-${code.id}`;

/** The fill of a code for shapes drawn beside `CodePatterns` of the same prefix. */
export const codeFill = (prefix: string, code: ChartCode): string => `url(#${patternId(prefix, code)})`;

/** Definitions of the codes' fills. `prefix` is unique in the page. */
export function CodePatterns({ prefix, codes }: { prefix: string; codes: readonly ChartCode[] }) {
  return (
    <defs>
      {codes.map((code) => (
        <pattern
          key={code.id}
          id={patternId(prefix, code)}
          width={tile}
          height={tile}
          patternUnits="userSpaceOnUse"
        >
          <rect width={tile} height={tile} fill={codeColors(code.color).fill} />
          <PatternLines pattern={code.pattern} color={overFill(code.color)} />
        </pattern>
      ))}
    </defs>
  );
}

function PatternLines({ pattern, color }: { pattern: CodePattern; color: string }) {
  if (pattern === 'solid') return null;
  if (pattern === 'dots')
    return (
      <path d="M1.5 0.4a1.1 1.1 0 1 1-.01 0zM4.5 3.4a1.1 1.1 0 1 1-.01 0z" fill={color} opacity={0.75} />
    );
  return <path d={strokes[pattern]} fill="none" stroke={color} strokeWidth={1.3} opacity={0.6} />;
}

/** A code's symbol in its colour, with its upper left corner at x, y. */
export function CodeSymbolMark({
  code,
  x,
  y,
  size,
}: {
  code: ChartCode;
  x: number;
  y: number;
  size: number;
}) {
  const { fill, edge } = codeColors(code.color);
  return (
    <path
      transform={`translate(${x} ${y}) scale(${size / 16})`}
      d={symbolPaths[code.symbol]}
      fill={fill}
      stroke={edge}
    />
  );
}
