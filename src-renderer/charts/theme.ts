/** The house's tokens, with what to use where a figure stands without it. Data colours are the codes' own. */
export const ink = {
  text: 'var(--text, #1d2026)',
  muted: 'var(--text-muted, #5c606a)',
  surface: 'var(--surface, #ffffff)',
  border: 'var(--border, #dcd7ca)',
  accent: 'var(--accent, #23262e)',
} as const;

/** The tokens on white paper, whatever the theme of the window: for exported figures. */
export const printTokens: Readonly<Record<string, string>> = {
  '--text': '#1d2026',
  '--text-muted': '#5c606a',
  '--surface': '#ffffff',
  '--border': '#d9dadd',
  '--accent': '#23262e',
};

/** Type sizes in CSS pixels. */
export const size = { title: 15, label: 12.5, small: 11.5 } as const;
