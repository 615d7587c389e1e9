// Light or dark: as the system has it, unless one is chosen here.

import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';

export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const key = 'varde.theme';

export const theme = signal<Theme>(
  themes.find((known) => known === localStorage.getItem(key)) ?? 'system',
);

effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});

export function setTheme(chosen: Theme): void {
  localStorage.setItem(key, chosen);
  theme.value = chosen;
}
