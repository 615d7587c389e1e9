// Articles from files: a text is one article, JSON and JSON Lines may hold many.

import type { NewDocument } from '../../api/types';

/** Why a file or a line of it cannot be read. */
export class Unreadable extends Error {
  constructor(readonly line: number | null) {
    super();
  }
}

const fields = ['text', 'id', 'language', 'published', 'uri', 'publisher', 'title'] as const;

function documentFrom(value: unknown, line: number | null): NewDocument {
  const given = value as Record<string, unknown> | null;
  if (typeof given !== 'object' || typeof given?.text !== 'string') throw new Unreadable(line);
  const known = fields.filter((field) => typeof given[field] === 'string' && given[field]);
  return Object.fromEntries(known.map((field) => [field, given[field]])) as unknown as NewDocument;
}

function parsed(json: string, line: number | null): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Unreadable(line);
  }
}

function fromLines(content: string): NewDocument[] {
  return content
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim())
    .map(({ line, number }) => documentFrom(parsed(line, number), number));
}

export function documentsIn(name: string, content: string): NewDocument[] {
  const text = content.replace(/^\ufeff/, '');
  if (/\.(jsonl|ndjson)$/i.test(name)) return fromLines(text);
  if (!/\.json$/i.test(name)) return [{ text, id: name }];
  const value = parsed(text, null);
  return (Array.isArray(value) ? value : [value]).map((each) => documentFrom(each, null));
}

export type Given = Omit<NewDocument, 'text' | 'id' | 'uri'>;

/** An article with what was given for all, where it does not say itself. */
export function completed(document: NewDocument, given: Given): NewDocument {
  const filled = Object.entries(given).filter(([, value]) => value);
  return { ...Object.fromEntries(filled), ...document };
}

const largest = 4 * 1024 * 1024;

/** Whether the server would refuse an article for its size. */
export const isTooLarge = (document: NewDocument): boolean =>
  new TextEncoder().encode(JSON.stringify(document)).length > largest;
