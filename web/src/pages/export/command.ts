// The command line that writes the same file as a download.

import type { Filters } from '../../api/types';

/** A word as a POSIX shell takes it, whatever stands in it. */
export const quoted = (word: string): string =>
  /^[\w:+./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

export function exportCommand(format: string, filters: Filters): string {
  const options = Object.entries(filters).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : value === null ? [] : [String(value)];
    return values.map((each) => `--${name.replace('_', '-')} ${quoted(each)}`);
  });
  const ending = format === 'jsonl' || format === 'parquet' ? format : 'csv';
  return ['varde export --db STORE', `--format ${format}`, ...options, `--output varde.${ending}`]
    .join(' ');
}
