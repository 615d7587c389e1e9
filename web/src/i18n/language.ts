// The language of the interface: kept in this browser, else what the browser prefers.

import { effect, signal } from '@preact/signals';

export type Language = 'en' | 'nb';

export const languages: readonly Language[] = ['en', 'nb'];

const key = 'varde.language';

function preferred(): Language {
  const kept = localStorage.getItem(key);
  if (kept === 'en' || kept === 'nb') return kept;
  const norwegian = navigator.languages.find((tag) => /^(nb|nn|no|en)\b/.test(tag));
  return norwegian && !norwegian.startsWith('en') ? 'nb' : 'en';
}

export const language = signal<Language>(preferred());

effect(() => {
  document.documentElement.lang = language.value;
});

export function setLanguage(chosen: Language): void {
  localStorage.setItem(key, chosen);
  language.value = chosen;
}

/** The strings of the language chosen. Both files have the same keys, or it does not compile. */
export function strings<Strings>(pair: { en: Strings; nb: NoInfer<Strings> }): Strings {
  return pair[language.value];
}
