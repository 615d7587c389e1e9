// The fields of a record: what the program found, and beside it what an analyst says instead.

import type { ComponentChildren } from 'preact';
import type { Correction } from '../api/types';
import { strings } from '../i18n';
import { formatSpan } from '../i18n/format';
import { StateBadge, TypeBadge } from '../parts/badges';
import { PartyList } from '../parts/texts';
import { countryName, purposeName } from '../vocabulary';
import { lastOfEachField } from './corrections';
import { fieldName } from './fieldName';
import { fieldKind, fieldsOf } from './fields';
import { daysOf, shownParties } from './notation';
import type { ArticleRecord, RecordKind } from './records';
import { en } from './strings.en';
import { nb } from './strings.nb';

function shown(kind: RecordKind, field: string, value: string): ComponentChildren {
  if (!value) return <span class="muted">{strings({ en, nb }).nothingFilled}</span>;
  switch (fieldKind(kind, field)) {
    case 'type':
      return <TypeBadge type={value} />;
    case 'state':
      return <StateBadge state={value} />;
    case 'purpose':
      return purposeName(value);
    case 'days':
      return formatSpan(daysOf(value));
    case 'place':
      return <bdi>{value.startsWith(', ') ? countryName(value.slice(2)) : value}</bdi>;
    case 'parties':
      return <bdi>{shownParties(value)}</bdi>;
    default:
      return <bdi>{value}</bdi>;
  }
}

function machineValue(record: ArticleRecord, field: string): ComponentChildren {
  const parties = record.parties.filter(({ role }) => role === field);
  if (parties.length > 0) {
    return <PartyList parties={parties.map(({ party }) => party)} limit={50} />;
  }
  return shown(record.kind, field, record.values[field] ?? '');
}

interface ValueProps {
  record: ArticleRecord;
  field: string;
  correction: Correction | undefined;
}

function Value({ record, field, correction }: ValueProps) {
  const words = strings({ en, nb });
  if (!correction || correction.value === record.values[field]) {
    return <dd>{machineValue(record, field)}</dd>;
  }
  return (
    <dd class="record-both">
      <div>
        <ins>{shown(record.kind, field, correction.value)}</ins>{' '}
        <bdi class="muted">{correction.by}</bdi>
      </div>
      <div>
        <del>{machineValue(record, field)}</del> <span class="muted">{words.program}</span>
      </div>
    </dd>
  );
}

interface RecordValuesProps {
  record: ArticleRecord;
  corrections: Correction[];
}

export function RecordValues({ record, corrections }: RecordValuesProps) {
  const last = lastOfEachField(corrections);
  const filled = (field: string) => Boolean(record.values[field] || last.get(field)?.value);
  return (
    <dl class="facts">
      {fieldsOf[record.kind].filter(filled).map((field) => (
        <div key={field} class="fact">
          <dt>{fieldName(record.kind, field)}</dt>
          <Value record={record} field={field} correction={last.get(field)} />
        </div>
      ))}
    </dl>
  );
}
