// One field of the form for corrections, with what suits its kind.

import { useId } from 'preact/hooks';
import { strings } from '../i18n';
import { purposeName, stateName, typeName } from '../vocabulary';
import type { Article } from './article';
import { fieldName } from './fieldName';
import { codesOf, fieldKind } from './fields';
import { daysOf, partyNotation, placeNotation } from './notation';
import type { RecordKind } from './records';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface FieldInputProps {
  kind: RecordKind;
  field: string;
  value: string;
  article: Article;
  change: (value: string) => void;
}

export function FieldInput(props: FieldInputProps) {
  switch (fieldKind(props.kind, props.field)) {
    case 'type':
    case 'state':
    case 'purpose':
      return <CodeInput {...props} />;
    case 'days':
      return <DaysInput {...props} />;
    case 'parties':
      return <PartiesInput {...props} />;
    default:
      return <TextInput {...props} />;
  }
}

function codeName(field: string, code: string): string {
  if (!code) return strings({ en, nb }).unknownValue;
  if (field === 'type') return typeName(code);
  return field === 'state' ? stateName(code) : purposeName(code);
}

function CodeInput({ kind, field, value, change }: FieldInputProps) {
  const id = useId();
  const codes = codesOf(kind, field);
  const options = codes.includes(value) ? codes : [value, ...codes];
  return (
    <div class="field">
      <label for={id}>{fieldName(kind, field)}</label>
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        {options.map((code) => (
          <option key={code} value={code}>
            {codeName(field, code)}
          </option>
        ))}
      </select>
    </div>
  );
}

function DaysInput({ kind, field, value, change }: FieldInputProps) {
  const words = strings({ en, nb });
  const name = fieldName(kind, field);
  const { begin, end } = daysOf(value);
  const set = (first: string, last: string) => {
    change(!last || first === last ? first : `${first || last}/${last}`);
  };
  return (
    <fieldset class="record-days">
      <legend>{name}</legend>
      <input
        type="date"
        aria-label={`${name}: ${words.firstDay}`}
        value={begin}
        onChange={(event) => {
          const first = event.currentTarget.value;
          set(first, first && end > first ? end : '');
        }}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        aria-label={`${name}: ${words.lastDay}`}
        value={end}
        min={begin}
        onChange={(event) => set(begin, event.currentTarget.value)}
      />
    </fieldset>
  );
}

const mostOptions = 200;

function PartiesInput({ kind, field, value, article, change }: FieldInputProps) {
  const words = strings({ en, nb });
  const id = useId();
  const parties = article.entities.filter((entity) => entity.type !== 'place');
  const options = [...new Set(parties.map(partyNotation))].slice(0, mostOptions);
  const add = (party: string) => {
    if (party) change(value.trim() ? `${value.trim()}; ${party}` : party);
  };
  return (
    <div class="field">
      <label for={id}>{fieldName(kind, field)}</label>
      <div class="record-parties">
        <input
          id={id}
          type="text"
          value={value}
          placeholder={words.partiesHint}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <select
          aria-label={`${words.addParty}: ${fieldName(kind, field)}`}
          title={words.addParty}
          value=""
          onChange={(event) => {
            add(event.currentTarget.value);
            event.currentTarget.value = '';
          }}
        >
          <option value="">+</option>
          {options.map((party) => (
            <option key={party} value={party}>
              {party}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function TextInput({ kind, field, value, article, change }: FieldInputProps) {
  const words = strings({ en, nb });
  const id = useId();
  const form = fieldKind(kind, field);
  const places = form === 'place' ? article.entities.filter(({ type }) => type === 'place') : [];
  const suggestions = [...new Set(places.map(placeNotation))].slice(0, mostOptions);
  const hint = { place: words.placeHint, number: words.numberHint }[form as string];
  return (
    <div class="field">
      <label for={id}>{fieldName(kind, field)}</label>
      <input
        id={id}
        type="text"
        inputMode={form === 'number' ? 'numeric' : undefined}
        pattern={form === 'number' ? '[0-9]*' : undefined}
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        value={value}
        placeholder={hint}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((place) => (
            <option key={place} value={place} />
          ))}
        </datalist>
      )}
    </div>
  );
}
