// What fields and records are called.

import { common, strings } from '../i18n';
import { stateName, typeName } from '../vocabulary';
import type { ArticleRecord, RecordKind } from './records';
import { en } from './strings.en';
import { nb } from './strings.nb';

type Names = Record<string, string>;

/** The name of a field in a kind of record, or in general. */
export function fieldName(kind: RecordKind | null, field: string): string {
  const { fields, special } = strings({ en, nb });
  const ofKind = kind ? (special as Record<string, Names>)[kind]?.[field] : undefined;
  return ofKind ?? (fields as Names)[field] ?? field;
}

/** A record in a few words: “Assault, actual”, “Ceasefire, proposed”. */
export function recordName(record: ArticleRecord): string {
  const { type, state } = record.values;
  const what = type ? typeName(type) : common().kinds[record.kind];
  return state ? `${what}, ${stateName(state).toLowerCase()}` : what;
}
