// A ceasefire over time: the stretches of its states, where it was agreed to begin and end, and
// the days of alleged violations.

import type { Ceasefire, DateSpan, Day } from '../../api/types';
import { dayTime } from '../days';
import { spanOf } from '../spans';

interface Stretch {
  state: string;
  from: Day;
  /** The same as `from` for states that end a ceasefire. */
  to: Day;
}

export interface Lane {
  ceasefire: Ceasefire;
  stretches: Stretch[];
  /** Nobody tells of it after the last report; the ledger lets the last state stand until here. */
  silentUntil: Day | null;
  agreed: { from: Day; to: Day } | null;
  begin: Day;
  end: Day;
}

const over = new Set(['collapsed', 'expired', 'rejected']);

const later = (a: Day, b: Day): Day => (a > b ? a : b);

function stepDay(entry: Ceasefire, index: number): Day | null {
  const step = entry.history[index];
  if (!step) return null;
  // A step without a report is the calendar's: the agreed end has passed.
  return step.date?.begin ?? step.report?.published ?? entry.end_date?.end ?? null;
}

function stretchesOf(entry: Ceasefire): Stretch[] {
  const stretches: Stretch[] = [];
  entry.history.forEach((step, index) => {
    const day = stepDay(entry, index) ?? entry.first_report;
    if (!day) return;
    const before = stretches.at(-1);
    // Reports come in the order of publication, but may name days that are not in order.
    const from = before ? later(before.from, day) : day;
    if (before) before.to = from;
    stretches.push({ state: step.state, from, to: from });
  });
  return stretches;
}

/** Null for a ceasefire of which no day is known. `today` is the newest day of the store. */
export function laneOf(ceasefire: Ceasefire, today: Day): Lane | null {
  const stretches = stretchesOf(ceasefire);
  const last = stretches.at(-1);
  const first = stretches[0];
  if (!last || !first) return null;

  let silentUntil: Day | null = null;
  if (!over.has(last.state)) {
    last.to = later(last.from, ceasefire.last_report ?? last.from);
    const stands = ceasefire.end_date && !ceasefire.renewable ? ceasefire.end_date.end : today;
    silentUntil = stands > last.to ? stands : null;
  }
  const { begin_date, end_date } = ceasefire;
  const agreed =
    begin_date && end_date && end_date.end >= begin_date.begin
      ? { from: begin_date.begin, to: end_date.end }
      : null;
  const days = ceasefire.violations.map(({ date }) => date.begin);
  const begin = [first.from, agreed?.from ?? first.from, ...days].sort()[0]!;
  const end = [last.to, silentUntil ?? last.to, agreed?.to ?? last.to, ...days].sort().at(-1)!;
  return { ceasefire, stretches, silentUntil, agreed, begin, end };
}

export function lanesOf(ceasefires: Ceasefire[], today: Day): Lane[] {
  return ceasefires
    .map((ceasefire) => laneOf(ceasefire, today))
    .filter((lane) => lane !== null)
    .sort((a, b) => a.begin.localeCompare(b.begin));
}

/** The span that holds all lanes, with a little room at both ends. */
export const wholeSpan = (lanes: Lane[]): DateSpan | null =>
  spanOf(lanes.flatMap(({ begin, end }) => [dayTime(begin), dayTime(end)]));

export const within = (lane: Lane, span: DateSpan): boolean =>
  lane.begin <= span.end && lane.end >= span.begin;

/** Whether all that the span shows of a lane is that nobody tells of it any more. */
export const silentIn = (lane: Lane, span: DateSpan): boolean =>
  lane.silentUntil !== null && (lane.stretches.at(-1)?.to ?? span.begin) < span.begin;
