/** Light or dark, or as the system has it. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function themeChosen(): Theme {
  const chosen = localStorage.getItem('kronika.theme');
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}

/** Shows everything so from now on, and remembers it. */
export function dress(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  localStorage.setItem('kronika.theme', theme);
}
