// What is known of an entry, by kind.

import type {
  Ceasefire, Control, Entry, Incident, Party, Person, Resolution, Talks, Toll,
} from '../../api/types';
import { common, strings } from '../../i18n';
import { formatNumber, formatRange } from '../../i18n/format';
import { entryAddress } from '../../parts/addresses';
import { Confidence, StateBadge, TypeBadge } from '../../parts/badges';
import type { Fact } from '../../parts/Facts';
import { DateText, PartyList, PlaceText } from '../../parts/texts';
import { countryName, modeName, purposeName, quadName, stateName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

const parties = (name: string, list: (Party | Person)[]): Fact => ({
  name,
  known: list.length > 0,
  value: <PartyList parties={list} limit={50} />,
});

const yesNo = (value: boolean) => (value ? common().yes : common().no);

function incidentFacts(entry: Incident): Fact[] {
  const { fields } = common();
  return [
    { name: fields.type, value: <TypeBadge type={entry.type} /> },
    { name: fields.mode, value: entry.mode.map(modeName).join(', ') },
    { name: 'PLOVER / CAMEO', value: `${quadName(entry.quad)} · ${entry.cameo}` },
    { name: fields.state, value: <StateBadge state={entry.state} /> },
    parties(fields.actor, entry.actor),
    parties(fields.recipient, entry.recipient),
    { name: fields.date, value: <DateText date={entry.date} /> },
    { name: fields.place, value: entry.place && <PlaceText place={entry.place} /> },
    parties(fields.according_to, entry.according_to),
  ];
}

function tollFacts(entry: Toll): Fact[] {
  const words = strings({ en, nb });
  const { fields } = common();
  return [
    { name: fields.type, value: <TypeBadge type={entry.type} /> },
    { name: fields.number, value: formatRange(entry.low, entry.high) },
    { name: fields.disputed, value: yesNo(entry.disputed) },
    { name: fields.date, value: <DateText date={entry.date} /> },
    { name: fields.place, value: entry.place && <PlaceText place={entry.place} /> },
    parties(fields.actor, entry.actor),
    {
      name: words.causedBy,
      value: entry.incident && <a href={entryAddress(entry.incident)}>{words.theIncident}</a>,
    },
  ];
}

function ceasefireFacts(entry: Ceasefire): Fact[] {
  const words = strings({ en, nb });
  const { fields } = common();
  const { duration_hours: hours, renewable } = entry;
  return [
    { name: fields.state, value: <StateBadge state={entry.state} /> },
    { name: fields.area, value: entry.area && <PlaceText place={entry.area} /> },
    { name: words.begins, value: entry.begin_date && <DateText date={entry.begin_date} /> },
    { name: words.ends, value: entry.end_date && <DateText date={entry.end_date} /> },
    { name: words.duration, value: hours !== null && words.hours(formatNumber(hours)) },
    { name: words.renewable, value: renewable !== null && yesNo(renewable) },
    { name: words.purpose, value: entry.purpose && purposeName(entry.purpose) },
  ];
}

function talksFacts(entry: Talks): Fact[] {
  const words = strings({ en, nb });
  const { fields } = common();
  return [
    { name: fields.state, value: <StateBadge state={entry.state} /> },
    { name: fields.format, value: entry.format },
    { name: fields.date, value: <DateText date={entry.date} /> },
    { name: fields.place, value: entry.place && <PlaceText place={entry.place} /> },
    parties(fields.participants, entry.participants),
    {
      name: words.previousRound,
      value: entry.previous && <a href={entryAddress(entry.previous)}>{entry.previous}</a>,
    },
  ];
}

function resolutionFacts(entry: Resolution): Fact[] {
  const words = strings({ en, nb });
  const { fields } = common();
  const count = (value: number | null) => value !== null && formatNumber(value);
  const votes = Object.entries(entry.votes).map(([country, vote]) => {
    const how = vote === 'in_favour' ? fields.in_favour : fields.against;
    return `${countryName(country)}: ${how.toLowerCase()}`;
  });
  return [
    { name: fields.state, value: <StateBadge state={entry.state} /> },
    { name: fields.body, value: entry.body && <bdi>{entry.body}</bdi> },
    { name: fields.subject, value: entry.subject && <bdi>{entry.subject}</bdi> },
    { name: fields.date, value: <DateText date={entry.date} /> },
    { name: fields.in_favour, value: count(entry.in_favour) },
    { name: fields.against, value: count(entry.against) },
    { name: fields.abstained, value: count(entry.abstained) },
    parties(fields.sponsors, entry.sponsors),
    parties(fields.vetoed_by, entry.vetoed_by),
    { name: words.votes, value: votes.join('; ') },
  ];
}

function controlFacts(entry: Control): Fact[] {
  const { fields } = common();
  return [
    { name: fields.place, value: entry.place && <PlaceText place={entry.place} /> },
    parties(fields.holder, entry.holder),
    { name: fields.since, value: entry.since && <DateText date={entry.since} /> },
    { name: fields.state, value: stateName(entry.state) },
    { name: fields.disputed, value: yesNo(entry.disputed) },
  ];
}

function kindFacts(entry: Entry): Fact[] {
  switch (entry.kind) {
    case 'incident':
      return incidentFacts(entry);
    case 'toll':
      return tollFacts(entry);
    case 'ceasefire':
      return ceasefireFacts(entry);
    case 'talks':
      return talksFacts(entry);
    case 'resolution':
      return resolutionFacts(entry);
    case 'control':
      return controlFacts(entry);
  }
}

export function factsOf(entry: Entry): Fact[] {
  const words = strings({ en, nb });
  const { fields } = common();
  return [
    ...kindFacts(entry),
    { name: fields.reports, value: words.reportedBy(entry.reports, entry.publishers) },
    { name: fields.first_report, value: <DateText date={entry.first_report} /> },
    { name: fields.last_report, value: <DateText date={entry.last_report} /> },
    { name: fields.confidence, value: <Confidence value={entry.confidence} /> },
  ];
}
