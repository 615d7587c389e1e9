// What analysts have said of a record, and how to take it back. The last correction of a field
// counts; nothing is ever deleted, so taking back is one more correction.

import type { Correction } from '../api/types';
import type { ArticleRecord } from './records';

export type Changes = Record<string, string>;

export type Verdict = 'none' | 'confirmed' | 'rejected' | 'corrected';

/** The last correction of each field; a verdict that was taken back is none. */
export function lastOfEachField(corrections: Correction[]): Map<string, Correction> {
  const last = new Map(corrections.map((one) => [one.field, one]));
  if (last.get('valid')?.value === '') last.delete('valid');
  return last;
}

/** What counts now: the program's values, with the analysts' put over them. */
export function valuesNow(record: ArticleRecord, corrections: Correction[]): Changes {
  const values = { ...record.values };
  for (const [field, one] of lastOfEachField(corrections)) values[field] = one.value;
  return values;
}

export function verdictOf(record: ArticleRecord, corrections: Correction[]): Verdict {
  const last = lastOfEachField(corrections);
  if (last.get('valid')?.value === 'no') return 'rejected';
  for (const [field, one] of last) {
    if (field !== 'valid' && one.value !== record.values[field]) return 'corrected';
  }
  return last.size > 0 ? 'confirmed' : 'none';
}

/**
 * The changes that bring back what the fields of some changes say now; none for a field that says
 * the same already.
 */
export function restoring(
  record: ArticleRecord,
  corrections: Correction[],
  changes: Changes,
): Changes {
  const now = valuesNow(record, corrections);
  const before = (field: string) => now[field] ?? '';
  const different = Object.keys(changes).filter((field) => before(field) !== changes[field]);
  return Object.fromEntries(different.map((field) => [field, before(field)]));
}

/** The changes that take back what was last said of a record; null when nothing was. */
export function takingBack(record: ArticleRecord, corrections: Correction[]): Changes | null {
  const last = corrections.at(-1);
  if (!last) return null;
  const together = (one: Correction) => one.at === last.at && one.by === last.by;
  const before = corrections.filter((one) => !together(one));
  const undone = corrections.filter(together);
  const said = Object.fromEntries(undone.map(({ field, value }) => [field, value]));
  const changes = restoring(record, before, said);
  return Object.keys(changes).length > 0 ? changes : null;
}
