// One toll: who claims what, drawn by source and as a table with the words of each claim.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Claim, Day, Toll } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatRange, formatSpan } from '../../i18n/format';
import { entryAddress } from '../../parts/addresses';
import { ChartFrame } from '../../parts/ChartFrame';
import { type Column, DataTable } from '../../parts/DataTable';
import { QuoteInLine } from '../../parts/Quote';
import { Answer } from '../../parts/States';
import { Switch } from '../../parts/Switch';
import { placeText } from '../../parts/texts';
import { dayTime, oneDay, timeDay } from '../../parts/days';
import { useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import { typeName } from '../../vocabulary';
import { ClaimMarks } from './ClaimMarks';
import { commonRange, farApart, lanesOf, limitsOf, sourceName } from './lanes';
import { LaneChart } from './LaneChart';
import { Legend } from './Legend';
import { NumberChart } from './NumberChart';
import { en } from './strings.en';
import { nb } from './strings.nb';

const plots = ['days', 'numbers'] as const;

export function TollClaims({ id }: { id: string }) {
  const [{ as_of }] = useFilters();
  const entry = useLoad(['entry', id, as_of], (signal) => api.entry(id, as_of, signal));
  return (
    <Answer of={entry}>
      {(found) => (found.kind === 'toll' ? <ClaimsOf toll={found} /> : null)}
    </Answer>
  );
}

function titleOf(toll: Toll): string {
  const place = placeText(toll.place);
  const day = toll.date ? formatSpan(toll.date) : '';
  return [typeName(toll.type), place, day].filter(Boolean).join(', ');
}

function ClaimsOf({ toll }: { toll: Toll }) {
  const words = strings({ en, nb });
  const [{ plot }, setQuery] = useQuery({ plot: oneOf(plots, 'days') });
  const lanes = lanesOf(toll.claims, words.unnamed);
  const limits = limitsOf(lanes);
  const common = commonRange(lanes);
  const band = common && { low: common.low, high: Math.min(common.high, limits.high) };
  const title = titleOf(toll);
  const label = words.claimsLabel(title, lanes.length, formatRange(toll.low, toll.high));
  const marks = lanes.flatMap((lane) => lane.marks.map((mark) => mark.day)).sort();
  return (
    <ChartFrame
      title={title}
      description={
        <>
          <strong class={toll.disputed ? 'tolls-disputed' : undefined}>
            {toll.disputed ? words.areDisputed : words.agree}
          </strong>{' '}
          {words.stands(formatRange(toll.low, toll.high))} {farApart(limits) && words.bySize}{' '}
          <a href={entryAddress(toll.id)}>{words.toEntry}</a>
        </>
      }
      controls={
        <Switch
          label={words.plot}
          value={plot}
          values={plots}
          nameOf={(value) => words.plots[value]}
          choose={(chosen) => setQuery({ plot: chosen })}
        />
      }
      legend={<Legend band={band !== null} />}
      table={<ClaimTable claims={toll.claims} />}
    >
      {plot === 'numbers' || marks.length === 0 ? (
        <NumberChart label={label} lanes={lanes} limits={limits} band={band} />
      ) : (
        <LaneChart
          label={label}
          lanes={lanes}
          nameOf={(lane) => lane.name}
          {...roomFor(marks[0]!, marks.at(-1)!)}
          limits={limits}
          band={band}
          stripHeight={64}
          draw={(lane, days, numbers) => (
            <ClaimMarks marks={lane.marks} days={days} numbers={numbers} />
          )}
        />
      )}
    </ChartFrame>
  );
}

/** Some days before the first claim and after the last, so that neither stands at the edge. */
function roomFor(first: Day, last: Day) {
  const room = Math.ceil((dayTime(last) - dayTime(first)) / oneDay / 20) + 1;
  return {
    since: timeDay(dayTime(first) - room * oneDay),
    until: timeDay(dayTime(last) + (room - 1) * oneDay),
  };
}

function ClaimTable({ claims }: { claims: Claim[] }) {
  const words = strings({ en, nb });
  const { fields } = common();
  const standing = (claim: Claim) => {
    if (claim.replaced) return words.replaced;
    return claim.part ? words.part : words.standing;
  };
  const columns: Column<Claim>[] = [
    {
      key: 'source',
      title: fields.source,
      rowHeader: true,
      value: (claim) => sourceName(claim, words.unnamed),
    },
    { key: 'low', title: fields.low, numeric: true, value: (claim) => claim.low },
    { key: 'high', title: fields.high, numeric: true, value: (claim) => claim.high },
    { key: 'who', title: words.who, value: (claim) => claim.who },
    { key: 'standing', title: words.claim, value: standing },
    { key: 'published', title: fields.published, value: (claim) => claim.report.published },
    {
      key: 'quote',
      title: fields.quote,
      wide: true,
      value: (claim) => claim.report.quote ?? null,
      cell: (claim) => <QuoteInLine report={claim.report} />,
    },
  ];
  return (
    <DataTable
      caption={words.claims}
      hideCaption
      columns={columns}
      rows={claims}
      rowKey={(claim) => claim.report.id}
      sortParameter="claims"
    />
  );
}
