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

const signs = {
  confirmed: { sign: '✓', tone: 'good' },
  rejected: { sign: '✕', tone: 'bad' },
  corrected: { sign: '✎', tone: 'doubt' },
};

export function VerdictSign({ verdict, bare }: { verdict: Verdict; bare?: boolean }) {
  if (verdict === 'none') return null;
  const name = strings({ en, nb }).verdicts[verdict];
  const { sign, tone } = signs[verdict];
  return (
    <span class={`record-verdict tone-${tone}`} title={name}>
      <span aria-hidden="true">{sign}</span>{' '}
      <span class={bare ? 'visually-hidden' : undefined}>{name}</span>
    </span>
  );
}
