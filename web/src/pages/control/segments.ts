// Claims on places put together: who holds a place from when until when.

import type { Control, ControlClaim, Person, Place } from '../../api/types';
import { dayTime, oneDay } from '../../parts/days';
import { folded } from '../../parts/folded';
import { partyCode } from '../../vocabulary';

/** A claim on the axis of time, and the entry that it belongs to. */
export interface DatedClaim {
  claim: ControlClaim;
  entry: string;
  time: number;
}

export interface Segment {
  /** Who holds the place; nobody where a claim only says who lost it. */
  holder: Person[];
  /** Their codes, by which colours are given; empty for nobody. */
  code: string;
  claims: DatedClaim[];
  begin: number;
  /** How long claims vouch for it, and how long nothing else is said. */
  sure: number;
  end: number;
  /** Claims of one day name different holders. */
  disputed: boolean;
  /** A claim says that it is fought over. */
  contested: boolean;
}

export interface Lane {
  key: string;
  place: Place | null;
  segments: Segment[];
}

/** The ledger joins claims on one place that are up to so far apart. */
const vouched = 60 * oneDay;

export const codeOf = (people: Person[]): string =>
  [...new Set(people.map((person) => partyCode(person) || person.name))].sort().join(' + ');

function dated(entry: Control): DatedClaim[] {
  return entry.claims.flatMap((claim) => {
    const day = claim.date?.begin ?? claim.report.published;
    return day ? [{ claim, entry: entry.id, time: dayTime(day) }] : [];
  });
}

/** Claims of one day are one segment. */
function segmentOf(claims: DatedClaim[]): Segment {
  const holders = claims.map(({ claim }) => claim.holder).filter((holder) => holder.length > 0);
  const codes = [...new Set(holders.map(codeOf))];
  const begin = claims[0]?.time ?? 0;
  return {
    holder: codes.length > 1 ? holders.flat() : (holders.at(-1) ?? []),
    code: codes.join(' / '),
    claims,
    begin,
    sure: begin,
    end: begin,
    disputed: codes.length > 1,
    contested: claims.some(({ claim }) => claim.change === 'contested'),
  };
}

const marked = (segment: Segment): boolean => segment.disputed || segment.contested;

/** `until` is the end of what the chart knows of. */
export function segmentsOf(claims: DatedClaim[], until: number): Segment[] {
  const times = [...new Set(claims.map((claim) => claim.time))].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const time of times) {
    const next = segmentOf(claims.filter((claim) => claim.time === time));
    const last = segments.at(-1);
    if (last && last.code === next.code && !marked(last) && !marked(next)) {
      last.claims.push(...next.claims);
    } else {
      segments.push(next);
    }
  }
  segments.forEach((segment, index) => {
    const latest = segment.claims.at(-1)?.time ?? segment.begin;
    segment.end = Math.max(segments[index + 1]?.begin ?? until, latest);
    segment.sure = Math.min(latest + vouched, segment.end);
  });
  return segments;
}

/** A lane for each place, whichever entries tell of it; by country and name. */
export function lanesOf(entries: Control[]): Lane[] {
  const claims = new Map<string, { place: Place | null; claims: DatedClaim[] }>();
  for (const entry of entries) {
    const key = folded(`${entry.place?.country ?? ''} ${entry.place?.name ?? entry.id}`);
    const lane = claims.get(key) ?? { place: entry.place, claims: [] };
    lane.claims.push(...dated(entry));
    claims.set(key, lane);
  }
  const all = [...claims.values()].flatMap((lane) => lane.claims.map((claim) => claim.time));
  const until = Math.max(...all) + vouched;
  return [...claims]
    .map(([key, lane]) => ({
      key,
      place: lane.place,
      segments: segmentsOf(lane.claims, until),
    }))
    .filter((lane) => lane.segments.length > 0)
    .sort((a, b) => compare(order(a), order(b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By country, those without one last; then by name. */
const order = ({ key, place }: Lane): string => (place?.country ? key : `~${key}`);

/** The codes of holders, those of most places first. */
export function holdersOf(lanes: Lane[]): string[] {
  const places = new Map<string, number>();
  for (const lane of lanes) {
    const held = lane.segments.filter((segment) => !segment.disputed);
    for (const code of new Set(held.map((segment) => segment.code))) {
      if (code) places.set(code, (places.get(code) ?? 0) + 1);
    }
  }
  return [...places]
    .sort(([a, of], [b, than]) => than - of || a.localeCompare(b))
    .map(([code]) => code);
}
