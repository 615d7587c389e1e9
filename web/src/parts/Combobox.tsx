// A text field with suggestions (the ARIA pattern “combobox with a list”): type, go through the
// suggestions with the arrows, take one with Enter.

import { useId, useState } from 'preact/hooks';
import { common } from '../i18n';
import type { Option } from '../vocabulary';
import { folded } from './folded';

interface ComboboxProps {
  label: string;
  hint?: string;
  options: Option[];
  /** Called with the value of a suggestion, or with the text itself where `free`. */
  choose: (value: string) => void;
  /** Whether other text than the suggestions may be chosen. */
  free?: boolean;
}

const shown = 8;

/** What begins with the text comes before what only contains it. */
function fitting(options: Option[], typed: string): Option[] {
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  const rank = (option: Option): number => {
    const names = option.found.map(folded);
    if (names.some((name) => name === wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shown)
    .map((each) => each.option);
}

export function Combobox({ label, hint, options, choose, free = false }: ComboboxProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const suggestions = open ? fitting(options, typed) : [];

  const take = (value: string) => {
    choose(value);
    setTyped('');
    setActive(-1);
    setOpen(false);
  };
  const takeTyped = () => {
    const suggestion = suggestions[active] ?? (free ? undefined : suggestions[0]);
    if (suggestion) take(suggestion.value);
    else if (free && typed.trim()) take(typed.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false);
    if (event.key === 'Enter') {
      event.preventDefault();
      takeTyped();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || suggestions.length === 0) return;
    event.preventDefault();
    const from = active < 0 && step < 0 ? 0 : active;
    setActive((from + step + suggestions.length) % suggestions.length);
  };

  return (
    <div class="field combobox">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        placeholder={hint}
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (free && typed.trim()) take(typed.trim());
          setOpen(false);
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={suggestions.length === 0}>
        {suggestions.map((option, index) => (
          <li
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Pressing must not take the focus from the field, which would close the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option.value)}
          >
            <bdi>{option.name}</bdi> <span class="code">{option.value}</span>
          </li>
        ))}
      </ul>
      <span class="visually-hidden" role="status">
        {open && typed ? common().filters.suggestions(suggestions.length) : ''}
      </span>
    </div>
  );
}
