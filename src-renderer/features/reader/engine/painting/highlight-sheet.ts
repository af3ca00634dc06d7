import { lineColor, markColor, type Ground } from '../../../../ui/codes/code-colors';

/** Names in the registry that all windows of the page share. */
const PREFIX = 'parallax-';
export const fillName = (color: string): string => `${PREFIX}fill-${color.slice(1)}`;
export const lineName = (color: string): string => `${PREFIX}line-${color.slice(1)}`;
export const selectionName = `${PREFIX}selection`;
export const findName = `${PREFIX}find`;
export const findCurrentName = `${PREFIX}find-current`;

const fixedRules = [
  // On a mark the selection takes contrast away; the text goes to the end of its scale to make up for it.
  `::highlight(${selectionName}) { background-color: color-mix(in srgb, var(--text) 18%, transparent); color: light-dark(black, white); }`,
  `::highlight(${findName}) { background-color: color-mix(in srgb, var(--text) 14%, transparent); }`,
  `::highlight(${findCurrentName}) { background-color: var(--ink); color: var(--on-ink); }`,
];

/**
 * The style rules behind the highlights: two for each colour in use, made once. A rule per segment would
 * cost seconds. The sheet is constructed, which the content security policy allows.
 */
export class HighlightSheet {
  readonly #sheet = new CSSStyleSheet();
  readonly #colors = new Set<string>();
  #ground: Ground = readGround();
  readonly #themeObserver = new MutationObserver(() => this.#repaint());
  #onTheme: () => void = () => undefined;

  constructor() {
    this.#sheet.replaceSync(fixedRules.join('\n'));
    document.adoptedStyleSheets.push(this.#sheet);
    this.#themeObserver.observe(document.documentElement, {
      attributeFilter: ['data-theme', 'class', 'style'],
    });
  }

  get ground(): Ground {
    return this.#ground;
  }

  /** Calls back after light became dark or dark light. */
  onThemeChange(listener: () => void): void {
    this.#onTheme = listener;
  }

  /** Makes the rules of a colour (#RRGGBB) if they are not there. */
  ensure(color: string): void {
    if (this.#colors.has(color)) return;
    this.#colors.add(color);
    for (const rule of this.#rules(color)) this.#sheet.insertRule(rule, this.#sheet.cssRules.length);
  }

  dispose(): void {
    this.#themeObserver.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  #repaint(): void {
    this.#ground = readGround();
    const rules = [...this.#colors].flatMap((color) => this.#rules(color));
    this.#sheet.replaceSync([...fixedRules, ...rules].join('\n'));
    this.#onTheme();
  }

  #rules(color: string): readonly string[] {
    return [
      `::highlight(${fillName(color)}) { background-color: ${markColor(color, this.#ground)}; }`,
      `::highlight(${lineName(color)}) { text-decoration: underline 2px ${lineColor(color, this.#ground.shade)}; }`,
    ];
  }
}

/** The theme's own colours, from ui/theme/tokens.css. */
function readGround(): Ground {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    shade: document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
    paper: value('--surface') || '#fffefb',
    text: value('--text') || '#1d2026',
    strength: (parseFloat(value('--mark-strength')) || 30) / 100,
  };
}
