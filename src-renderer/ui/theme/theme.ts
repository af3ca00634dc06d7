export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Whether a stored setting is a theme. */
export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

const dark = window.matchMedia('(prefers-color-scheme: dark)');
let current: Theme = 'system';

function show() {
  const isDark = current === 'dark' || (current === 'system' && dark.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

dark.addEventListener('change', show);

/** Sets light or dark; 'system' follows the computer from now on. */
export function applyTheme(theme: Theme): void {
  current = theme;
  show();
}

export const currentTheme = (): Theme => current;
