// What is known of an article besides its text.

import { strings } from '../../i18n';
import { InputField } from '../../parts/InputField';
import { articleLanguageName } from '../../vocabulary';
import type { Given } from './files';
import { en } from './strings.en';
import { nb } from './strings.nb';

const languages = ['nb', 'nn', 'en'];

interface FieldsProps {
  given: Given;
  change: (changes: Given) => void;
}

export function Fields({ given, change }: FieldsProps) {
  const words = strings({ en, nb });
  const text = (field: 'title' | 'publisher', label: string) => (
    <InputField
      label={label}
      type="text"
      value={given[field] ?? ''}
      onInput={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <div class="add-fields">
        {text('title', words.articleTitle)}
        {text('publisher', words.publisher)}
        <InputField
          label={words.published}
          type="date"
          value={given.published ?? ''}
          onChange={(event) => change({ published: event.currentTarget.value })}
        />
        <div class="field">
          <label for="add-language">{words.language}</label>
          <select
            id="add-language"
            value={given.language ?? ''}
            onChange={(event) => change({ language: event.currentTarget.value })}
          >
            <option value="">{words.detect}</option>
            {languages.map((code) => (
              <option key={code} value={code}>
                {articleLanguageName(code)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="muted">{words.forAll}</p>
    </>
  );
}
