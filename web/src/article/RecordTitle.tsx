// What a record is, in a line, and what became of it.

import { common, strings } from '../i18n';
import { Confidence, StateBadge, TypeBadge } from '../parts/badges';
import type { Verdict } from './corrections';
import type { ArticleRecord } from './records';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function RecordTitle({ record }: { record: ArticleRecord }) {
  const { type, state } = record.values;
  const kind = common().kinds[record.kind];
  return (
    <span class="record-title">
      {record.kind !== 'incident' && <span class="muted">{kind}</span>}
      {type && <TypeBadge type={type} />}
      {state && <StateBadge state={state} />}
      <Confidence value={record.confidence} />
    </span>
  );
}

const signs: Record<Verdict, string> = {
  none: '',
  confirmed: '✓',
  rejected: '✕',
  corrected: '✎',
};

export function VerdictSign({ verdict, bare }: { verdict: Verdict; bare?: boolean }) {
  const name = strings({ en, nb }).verdicts[verdict];
  if (verdict === 'none') return null;
  return (
    <span class={`record-verdict verdict-${verdict}`} title={name}>
      <span aria-hidden="true">{signs[verdict]}</span>{' '}
      <span class={bare ? 'visually-hidden' : undefined}>{name}</span>
    </span>
  );
}
