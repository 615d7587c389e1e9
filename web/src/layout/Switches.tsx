import { useId } from 'preact/hooks';
import { common, language, type Language, languages, setLanguage } from '../i18n';
import { setTheme, theme, themes } from '../theme';

// A language is called by its own name, whatever language the rest is in.
const languageNames = { en: 'English', nb: 'Norsk' };

export function LanguageSwitch() {
  return (
    <Choice
      label={common().language}
      values={languages}
      nameOf={(each) => languageNames[each]}
      languageOf={(each) => each}
      value={language.value}
      choose={setLanguage}
    />
  );
}

export function ThemeSwitch() {
  const words = common();
  return (
    <Choice
      label={words.theme}
      values={themes}
      nameOf={(each) => words.themes[each]}
      value={theme.value}
      choose={setTheme}
    />
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  /** The language of the name, where it is not that of the page. */
  languageOf?: (value: Value) => Language;
  value: Value;
  choose: (value: Value) => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, values, nameOf, languageOf, value, choose } = props;
  const id = useId();
  return (
    <span>
      <label for={id} class="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = values.find((each) => each === event.currentTarget.value);
          if (chosen) choose(chosen);
        }}
      >
        {values.map((each) => (
          <option key={each} value={each} lang={languageOf?.(each)}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </span>
  );
}
