// Typed values in the query string. A page describes what it keeps there, and reads and writes it
// like state; so every view can be shared, and back and forward work.

import { location, navigate } from './router';

export interface Codec<Value> {
  read: (values: string[]) => Value;
  write: (value: Value) => string[];
}

/** A text; the fallback is not written to the address. */
export const text = (fallback = ''): Codec<string> => ({
  read: (values) => values[0] ?? fallback,
  write: (value) => (value === fallback ? [] : [value]),
});

/** One of some words; whatever else stands in the address is the fallback. */
export const oneOf = <const Word extends string>(
  words: readonly Word[],
  fallback: NoInfer<Word>,
): Codec<Word> => ({
  read: (values) => words.find((word) => word === values[0]) ?? fallback,
  write: (value) => (value === fallback ? [] : [value]),
});

export const optionalText: Codec<string | null> = {
  read: (values) => values[0] || null,
  write: (value) => (value ? [value] : []),
};

export const list: Codec<string[]> = {
  read: (values) => values.filter(Boolean),
  write: (value) => value,
};

export const optionalNumber: Codec<number | null> = {
  read: (values) => {
    const number = Number(values[0] ?? Number.NaN);
    return values[0] && Number.isFinite(number) ? number : null;
  },
  write: (value) => (value === null ? [] : [String(value)]),
};

export const flag: Codec<boolean> = {
  read: (values) => values[0] === '1',
  write: (value) => (value ? ['1'] : []),
};

/** A day, YYYY-MM-DD; anything else counts as none. */
export const day: Codec<string | null> = {
  read: (values) => (/^\d{4}-\d{2}-\d{2}$/.test(values[0] ?? '') ? values[0]! : null),
  write: (value) => (value ? [value] : []),
};

type Values<S> = { [Name in keyof S]: S[Name] extends Codec<infer Value> ? Value : never };

export function readQuery<S extends object>(schema: S, search: string): Values<S> {
  const parameters = new URLSearchParams(search);
  const entries = Object.entries(schema as Record<string, Codec<unknown>>);
  return Object.fromEntries(
    entries.map(([name, codec]) => [name, codec.read(parameters.getAll(name))]),
  ) as Values<S>;
}

/** The query string with some values changed, all others as they were. */
export function writeQuery<S extends object>(
  schema: S,
  search: string,
  changes: Partial<Values<S>>,
): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    const codec = (schema as Record<string, Codec<unknown>>)[name];
    if (!codec) continue;
    parameters.delete(name);
    codec.write(value).forEach((each) => parameters.append(name, each));
  }
  const written = parameters.toString();
  return written ? `?${written}` : '';
}

export interface Write {
  /** Leave no step to come back to: for zooming, dragging, typing. */
  replace?: boolean;
}

/** The values of a schema and how to change some of them. Call within a component. */
export function useQuery<S extends object>(
  schema: S,
): [Values<S>, (changes: Partial<Values<S>>, options?: Write) => void] {
  const values = readQuery(schema, location.value.search);
  const change = (changes: Partial<Values<S>>, options: Write = {}) => {
    const { path, search } = location.peek();
    const written = writeQuery(schema, search, changes);
    if (written !== search) navigate(path + written, options);
  };
  return [values, change];
}
