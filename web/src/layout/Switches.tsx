import { useId } from 'preact/hooks';
import { common, language, languages, setLanguage } from '../i18n';
import { setTheme, theme, themes } from '../theme';

// A language is called by its own name, whatever language the rest is in.
const languageNames = { en: 'English', nb: 'Norsk' };

export function LanguageSwitch() {
  const id = useId();
  return (
    <span class="switch-field">
      <label for={id} class="visually-hidden">
        {common().language}
      </label>
      <select
        id={id}
        value={language.value}
        onChange={(event) => {
          const chosen = languages.find((each) => each === event.currentTarget.value);
          if (chosen) setLanguage(chosen);
        }}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
    </span>
  );
}

export function ThemeSwitch() {
  const id = useId();
  const words = common();
  return (
    <span class="switch-field">
      <label for={id} class="visually-hidden">
        {words.theme}
      </label>
      <select
        id={id}
        value={theme.value}
        onChange={(event) => {
          const chosen = themes.find((each) => each === event.currentTarget.value);
          if (chosen) setTheme(chosen);
        }}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {words.themes[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
