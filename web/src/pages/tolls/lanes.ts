// Claims as what is drawn: a lane for each source, its claims in the order of publication.

import type { Claim, Day } from '../../api/types';
import { folded } from '../../parts/folded';

export interface Mark {
  key: string;
  day: Day;
  /** Null where the claim leaves that end open. */
  low: number | null;
  high: number | null;
  replaced: boolean;
  part: boolean;
  who: string | null;
}

export interface Lane {
  source: string;
  name: string;
  marks: Mark[];
}

export interface Limits {
  low: number;
  high: number;
}

/** A source without a name of its own is known by its article's fingerprint. */
export const isFingerprint = (source: string): boolean => /^[0-9a-f]{64}$/.test(source);

/** What to call the source of a claim: as it or its paper writes itself. */
export function sourceName(claim: Claim, unnamed: (article: string) => string): string {
  const { source, report } = claim;
  const account = report.according_to.find(({ name }) => folded(name) === source);
  if (account) return account.name;
  if (report.publisher && folded(report.publisher) === source) return report.publisher;
  if (!isFingerprint(source)) return source;
  return report.according_to[0]?.name ?? unnamed(report.document);
}

const markOf = ({ low, high, replaced, part, who, report }: Claim): Mark[] =>
  report.published
    ? [{ key: report.id, day: report.published, low, high, replaced, part, who }]
    : [];

/** Lanes in the order in which the sources first spoke. Undated claims are in the table alone. */
export function lanesOf(claims: Claim[], unnamed: (article: string) => string): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const claim of claims) {
    const { source } = claim;
    const lane = lanes.get(source) ?? { source, name: sourceName(claim, unnamed), marks: [] };
    lane.marks.push(...markOf(claim));
    lanes.set(source, lane);
  }
  const begin = (lane: Lane) => lane.marks[0]?.day ?? '';
  const sorted = [...lanes.values()].filter((lane) => lane.marks.length > 0);
  for (const lane of sorted) lane.marks.sort((a, b) => a.day.localeCompare(b.day));
  return sorted.sort((a, b) => begin(a).localeCompare(begin(b)));
}

const numbersOf = (lanes: Lane[]): number[] =>
  lanes.flatMap((lane) => lane.marks.flatMap(({ low, high }) => [low, high])).filter(isNumber);
const isNumber = (value: number | null): value is number => value !== null;

export function limitsOf(lanes: Lane[]): Limits {
  const numbers = numbersOf(lanes);
  if (numbers.length === 0) return { low: 0, high: 1 };
  return { low: Math.min(...numbers), high: Math.max(...numbers, 1) };
}

/** The numbers that every claim that stands allows; null where they exclude each other. */
export function commonRange(lanes: Lane[]): Limits | null {
  const standing = lanes.flatMap((lane) => lane.marks).filter((m) => !m.replaced && !m.part);
  const lows = standing.map((mark) => mark.low).filter(isNumber);
  const highs = standing.map((mark) => mark.high).filter(isNumber);
  const low = Math.max(0, ...lows);
  const high = Math.min(Infinity, ...highs);
  return low <= high ? { low, high } : null;
}

/** Whether numbers lie so far apart that only their size can be compared. */
export const farApart = ({ low, high }: Limits): boolean => high > 100 * Math.max(low, 1);
