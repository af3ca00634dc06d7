import type { CodePattern, CodeSymbol } from '../../domain/model/codebook';
import { codeColors } from './code-colors';

/** Outlines of the code symbols in a 16 × 16 box. */
export const symbolPaths: Record<CodeSymbol, string> = {
  square: 'M2.5 2.5h11v11h-11z',
  circle: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  triangle: 'M8 2l6.5 11.5h-13z',
  diamond: 'M8 1l7 7l-7 7l-7-7z',
  cross: 'M5.5 1.5h5v4h4v5h-4v4h-5v-4h-4v-5h4z',
  star: 'M8 1l2 4.8l5.2.4l-4 3.4l1.3 5L8 11.8l-4.5 2.8l1.3-5l-4-3.4l5.2-.4z',
  hexagon: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
  none: 'M3 6.5h10a1.5 1.5 0 0 1 0 3h-10a1.5 1.5 0 0 1 0-3z',
};

export interface CodeLook {
  readonly color: string;
  readonly symbol: CodeSymbol;
  readonly pattern: CodePattern;
}

/** The code's symbol in the code's colour; decoration beside the name. */
export function CodeGlyph({ code, size = 14 }: { code: CodeLook; size?: number }) {
  const { fill, edge } = codeColors(code.color);
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden focusable="false">
      <path d={symbolPaths[code.symbol]} fill={fill} stroke={edge} />
    </svg>
  );
}
