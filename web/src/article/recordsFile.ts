// The records of an article as a table: what the program found, and what counts now.

import type { Correction } from '../api/types';
import { csv, download, fileName } from '../parts/download';
import type { Article } from './article';
import { valuesNow, verdictOf } from './corrections';
import { fieldsOf } from './fields';
import type { ArticleRecord } from './records';

const header = [
  'report', 'kind', 'field', 'program', 'now', 'verdict', 'confidence', 'rule', 'words',
];

export function downloadRecords(
  article: Article,
  name: string,
  reportOf: (record: ArticleRecord) => string,
  correctionsOf: (report: string) => Correction[],
): void {
  const rows = article.records.flatMap((record) => {
    const report = reportOf(record);
    const corrections = correctionsOf(report);
    const now = valuesNow(record, corrections);
    const verdict = verdictOf(record, corrections);
    const words = article.text.slice(record.evidence.begin, record.evidence.end);
    return fieldsOf[record.kind].map((field) => [
      report, record.kind, field, record.values[field] ?? '', now[field] ?? '', verdict,
      record.confidence, record.rule, words,
    ]);
  });
  download(fileName(name, 'csv'), csv(header, rows));
}
