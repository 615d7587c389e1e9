// The filters of a page: what is set, as chips to be taken away, and the fields to set more.

import { useId, useState } from 'preact/hooks';
import type { Filters } from '../api/types';
import { common } from '../i18n';
import { formatDay } from '../i18n/format';
import { noFilters, useFilters } from '../router/filters';
import { countryName, countryOptions, type Option, typeName, typeOptions } from '../vocabulary';
import { Chip } from './Chip';
import { Combobox } from './Combobox';
import { InputField } from './InputField';

type Name = keyof Filters;
type ListName = 'actor' | 'country' | 'place' | 'type' | 'source';
type DayName = 'since' | 'until' | 'as_of';

const listNames: ListName[] = ['country', 'type', 'actor', 'place', 'source'];
const dayNames: DayName[] = ['since', 'until', 'as_of'];
const all: Name[] = [...listNames, ...dayNames, 'min_reports'];

interface FilterBarProps {
  /** The filters that mean something on this page; all, without it. */
  names?: readonly Name[];
  /** One that means nothing here: ceasefires, say, have no type. */
  without?: Name;
  /** Types to choose from, where only some can occur. */
  types?: readonly string[];
}

interface Narrowing {
  key: string;
  label: string;
  value: string;
  without: Partial<Filters>;
}

function valueName(name: ListName, value: string): string {
  if (name === 'country') return countryName(value);
  return name === 'type' ? typeName(value) : value;
}

function chipsOf(filters: Filters, names: readonly Name[]): Narrowing[] {
  const words = common().filters;
  const chips: Narrowing[] = [];
  for (const name of listNames.filter((each) => names.includes(each))) {
    for (const value of filters[name]) {
      const without = { [name]: filters[name].filter((other) => other !== value) };
      const label = words[name];
      chips.push({ key: `${name}=${value}`, label, value: valueName(name, value), without });
    }
  }
  for (const name of dayNames.filter((each) => names.includes(each))) {
    const day = filters[name];
    const value = day && formatDay(day);
    if (value) chips.push({ key: name, label: words[name], value, without: { [name]: null } });
  }
  if (filters.min_reports && names.includes('min_reports')) {
    const value = String(filters.min_reports);
    const without = { min_reports: null };
    chips.push({ key: 'min_reports', label: words.min_reports, value, without });
  }
  return chips;
}

export function FilterBar({ names: meant = all, without, types }: FilterBarProps) {
  const names = meant.filter((name) => name !== without);
  const [filters, setFilters] = useFilters();
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = common().filters;
  const chips = chipsOf(filters, names);
  const clear = () => {
    const cleared = Object.fromEntries(names.map((name) => [name, noFilters[name]]));
    setFilters(cleared as Partial<Filters>);
  };

  return (
    <section class="filters" aria-label={words.title}>
      <div class="filters-line">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          class="disclosure"
          onClick={() => setOpen(!open)}
        >
          {words.show}
          {chips.length > 0 && ` (${chips.length})`}
        </button>
        {chips.length === 0 && <span class="muted">{words.none}</span>}
        <ul class="chips">
          {chips.map(({ key, label, value, without: others }) => (
            <li key={key}>
              <Chip label={label} value={value} remove={() => setFilters(others)} />
            </li>
          ))}
        </ul>
        {chips.length > 1 && (
          <button type="button" class="quiet" onClick={clear}>
            {words.clear}
          </button>
        )}
      </div>
      <div id={id} hidden={!open} class="filters-fields">
        {open && <Fields names={names} types={types} filters={filters} setFilters={setFilters} />}
      </div>
    </section>
  );
}

interface FieldsProps {
  names: readonly Name[];
  types: readonly string[] | undefined;
  filters: Filters;
  setFilters: (changes: Partial<Filters>) => void;
}

function optionsOf(name: ListName, types: readonly string[] | undefined): Option[] {
  if (name === 'country') return countryOptions();
  if (name !== 'type') return [];
  return typeOptions().filter((option) => !types || types.includes(option.value));
}

function Fields({ names, types, filters, setFilters }: FieldsProps) {
  const words = common().filters;
  const add = (name: ListName, value: string) => {
    if (!filters[name].includes(value)) setFilters({ [name]: [...filters[name], value] });
  };
  return (
    <>
      {listNames
        .filter((name) => names.includes(name))
        .map((name) => (
          <Combobox
            key={name}
            label={words[name]}
            hint={words.hints[name]}
            options={optionsOf(name, types)}
            free={name !== 'country' && name !== 'type'}
            choose={(value) => add(name, value)}
          />
        ))}
      {dayNames
        .filter((name) => names.includes(name))
        .map((name) => (
          <DayField
            key={name}
            label={words[name]}
            value={filters[name]}
            change={(value) => setFilters({ [name]: value })}
          />
        ))}
      {names.includes('min_reports') && (
        <InputField
          label={words.min_reports}
          type="number"
          min="1"
          step="1"
          value={filters.min_reports ?? ''}
          onChange={(event) =>
            setFilters({ min_reports: Number(event.currentTarget.value) || null })
          }
        />
      )}
    </>
  );
}

interface DayFieldProps {
  label: string;
  value: string | null;
  change: (value: string | null) => void;
}

export function DayField({ label, value, change }: DayFieldProps) {
  return (
    <InputField
      label={label}
      type="date"
      value={value ?? ''}
      onChange={(event) => change(event.currentTarget.value || null)}
    />
  );
}
