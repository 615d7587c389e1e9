// What only a ceasefire's page has: its lane over time, who plays which part, and the attacks that
// are said to break it, counted by those who are accused and those who accuse.

import { status } from '../../api/client';
import type { Ceasefire, Party, Violation } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay, formatNumber } from '../../i18n/format';
import { entryAddress } from '../../parts/addresses';
import { ChartFrame } from '../../parts/ChartFrame';
import { type Column, DataTable } from '../../parts/DataTable';
import { LaneChart, LaneLegend } from '../../parts/lanes/LaneChart';
import { laneOf, wholeSpan } from '../../parts/lanes/lanes';
import { DateText, PartyCode, PartyText } from '../../parts/texts';
import { useFilters } from '../../router/filters';
import { partyCode, partyCodeName, stateName } from '../../vocabulary';
import { accusations, unnamed } from './accusations';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function CeasefireLane({ ceasefire }: { ceasefire: Ceasefire }) {
  const words = strings({ en, nb });
  const [{ as_of }] = useFilters();
  const today = as_of ?? status.value?.latest_day ?? ceasefire.last_report;
  const lane = today ? laneOf(ceasefire, today) : null;
  if (!lane) return null;
  // Years of silence would press all that happened into a corner.
  const known = { ...lane, end: lane.silentUntil ? lastKnown(ceasefire, lane.end) : lane.end };
  const shown = wholeSpan([known])!;
  const states = [...new Set(lane.stretches.map(({ state }) => state))];
  const story = lane.stretches.map(({ state, from }) => `${stateName(state)} ${formatDay(from)}`);
  return (
    <ChartFrame title={words.course} legend={<LaneLegend states={states} />}>
      <LaneChart label={story.join('; ')} lanes={[lane]} shown={shown} violations single />
    </ChartFrame>
  );
}

function lastKnown({ last_report, end_date, violations }: Ceasefire, end: string): string {
  const days = [last_report, end_date?.end, ...violations.map(({ date }) => date.end)];
  return days.filter((day) => day != null).sort().at(-1) ?? end;
}

interface Part {
  party: Party;
  roles: string[];
}

function partsOf(ceasefire: Ceasefire): Part[] {
  const words = strings({ en, nb });
  const parts = new Map<string, Part>();
  const roles: [string, Party[]][] = [
    [words.party, ceasefire.parties],
    [words.proposer, ceasefire.proposed_by],
    [words.rejecter, ceasefire.rejected_by],
    [words.broker, ceasefire.brokered_by],
  ];
  for (const [role, parties] of roles) {
    for (const party of parties) {
      const key = `${party.name} ${partyCode(party)}`;
      const part = parts.get(key) ?? { party, roles: [] };
      part.roles.push(role);
      parts.set(key, part);
    }
  }
  return [...parts.values()];
}

export function CeasefireParties({ ceasefire }: { ceasefire: Ceasefire }) {
  const words = strings({ en, nb });
  const parts = partsOf(ceasefire);
  const columns: Column<Part>[] = [
    {
      key: 'party',
      title: words.party,
      rowHeader: true,
      value: ({ party }) => `${party.name} (${partyCode(party)})`,
      cell: ({ party }) => <PartyText party={party} />,
    },
    { key: 'meaning', title: words.meaning, value: ({ party }) => partyCodeName(partyCode(party)) },
    { key: 'roles', title: words.roles, value: ({ roles }) => roles.join(', ') },
    {
      key: 'reports',
      title: common().fields.reports,
      numeric: true,
      value: ({ party }) => party.reports ?? null,
    },
  ];
  return (
    <section>
      <h2>{words.whoTakesPart}</h2>
      {parts.length > 0 ? (
        <DataTable
          caption={words.whoTakesPart}
          hideCaption
          columns={columns}
          rows={parts}
          rowKey={({ party }) => `${party.name} ${partyCode(party)}`}
          sortParameter="parties"
        />
      ) : (
        <p class="muted">{common().party.none}</p>
      )}
      <Excluded names={ceasefire.excluded} />
    </section>
  );
}

function Excluded({ names }: { names: string[] }) {
  const words = strings({ en, nb });
  if (names.length === 0) return null;
  return (
    <>
      <h3>{words.excluded}</h3>
      <p class="muted">{words.excludedLead}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Violations({ violations }: { violations: Violation[] }) {
  const words = strings({ en, nb });
  return (
    <section>
      <h2>{words.violations}</h2>
      <p class="muted">{words.violationsLead}</p>
      {violations.length === 0 ? (
        <p>{words.noViolations}</p>
      ) : (
        <>
          <Accusations violations={violations} />
          <ViolationList violations={violations} />
        </>
      )}
    </section>
  );
}

/** Who accuses whom how often: a row for each accused, a column for each accuser. */
function Accusations({ violations }: { violations: Violation[] }) {
  const words = strings({ en, nb });
  const { accused, accusers } = accusations(violations);
  const name = (code: string) => (code === unnamed ? words.nobodyNamed : code);
  const columns: Column<(typeof accused)[number]>[] = [
    {
      key: 'by',
      title: words.accused,
      rowHeader: true,
      value: ({ code }) => name(code),
      cell: ({ code }) => (code === unnamed ? name(code) : <PartyCode code={code} />),
    },
    { key: 'total', title: words.total, numeric: true, value: ({ total }) => total },
    ...accusers.map((accuser) => ({
      key: `by-${accuser}`,
      title: accuser === unnamed ? words.nobodyNamed : accuser,
      numeric: true,
      value: (row: (typeof accused)[number]) => row.counts.get(accuser) ?? 0,
    })),
  ];
  return (
    <DataTable
      caption={words.accusations(formatNumber(violations.length))}
      columns={columns}
      rows={accused}
      rowKey={({ code }) => code}
      sortParameter="accused"
    />
  );
}

const codes = (list: string[]) =>
  list.length === 0
    ? '–'
    : list.map((code) => (
        <span key={code}>
          <PartyCode code={code} />{' '}
        </span>
      ));

function ViolationList({ violations }: { violations: Violation[] }) {
  const words = strings({ en, nb });
  const { fields } = common();
  const columns: Column<Violation>[] = [
    {
      key: 'date',
      title: fields.date,
      rowHeader: true,
      value: ({ date }) => date.begin,
      cell: ({ date, incident }) => (
        <a href={entryAddress(incident)}>
          <DateText date={date} />
        </a>
      ),
    },
    { key: 'place', title: fields.place, value: ({ place }) => place },
    {
      key: 'by',
      title: words.by,
      value: ({ by }) => by.join('; '),
      cell: ({ by }) => codes(by),
    },
    {
      key: 'against',
      title: words.against,
      value: ({ against }) => against.join('; '),
      cell: ({ against }) => codes(against),
    },
    {
      key: 'according_to',
      title: fields.according_to,
      value: ({ according_to }) => according_to.join('; '),
    },
  ];
  return (
    <DataTable
      caption={words.eachViolation}
      columns={columns}
      rows={violations}
      rowKey={({ incident }) => incident}
      sortParameter="violations"
    />
  );
}
