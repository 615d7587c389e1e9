// The filters of a page: what is set, as chips to be taken away, and the fields to set more.

import { useId, useState } from 'preact/hooks';
import type { Filters } from '../api/types';
import { common } from '../i18n';
import { formatDay } from '../i18n/format';
import { noFilters, useFilters } from '../router/filters';
import { countryName, countryOptions, type Option, typeName, typeOptions } from '../vocabulary';
import { Combobox } from './Combobox';

type Name = keyof Filters;
type ListName = 'actor' | 'country' | 'place' | 'type' | 'source';
type DayName = 'since' | 'until' | 'as_of';

const listNames: ListName[] = ['country', 'type', 'actor', 'place', 'source'];
const dayNames: DayName[] = ['since', 'until', 'as_of'];
const all: Name[] = [...listNames, ...dayNames, 'min_reports'];

interface FilterBarProps {
  /** The filters that mean something on this page; all, without it. */
  names?: readonly Name[];
  /** Types to choose from, where only some can occur. */
  types?: readonly string[];
}

interface Chip {
  key: string;
  label: string;
  value: string;
  without: Partial<Filters>;
}

function valueName(name: ListName, value: string): string {
  if (name === 'country') return countryName(value);
  return name === 'type' ? typeName(value) : value;
}

function chipsOf(filters: Filters, names: readonly Name[]): Chip[] {
  const words = common().filters;
  const chips: Chip[] = [];
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

export function FilterBar({ names = all, types }: FilterBarProps) {
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
          {chips.map((chip) => (
            <li key={chip.key}>
              <ChipButton chip={chip} remove={() => setFilters(chip.without)} />
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

function ChipButton({ chip, remove }: { chip: Chip; remove: () => void }) {
  const what = `${chip.label}: ${chip.value}`;
  return (
    <button
      type="button"
      class="chip"
      aria-label={common().filters.remove(what)}
      onClick={remove}
    >
      <span class="muted">{chip.label}</span> <bdi>{chip.value}</bdi>
      <span aria-hidden="true"> ×</span>
    </button>
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
        <NumberField
          label={words.min_reports}
          value={filters.min_reports}
          change={(value) => setFilters({ min_reports: value })}
        />
      )}
    </>
  );
}

interface FieldProps<Value> {
  label: string;
  value: Value | null;
  change: (value: Value | null) => void;
}

export function DayField({ label, value, change }: FieldProps<string>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={(event) => change(event.currentTarget.value || null)}
      />
    </div>
  );
}

function NumberField({ label, value, change }: FieldProps<number>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min="1"
        step="1"
        value={value ?? ''}
        onChange={(event) => change(Number(event.currentTarget.value) || null)}
      />
    </div>
  );
}
