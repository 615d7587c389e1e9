// The stretch of time that the bars cover, and what is chosen of it.

import type { Count, Day } from '../../api/types';
import { daysOf, type Unit } from '../overview/period';
import { dayTime, oneDay, timeDay } from '../../parts/days';

export const units = ['auto', 'day', 'week', 'month', 'year'] as const;
export type UnitChoice = (typeof units)[number];

export interface Bar {
  since: Day;
  until: Day;
  count: number;
}

export interface Span {
  since: Day;
  until: Day;
}

export const barsOf = (items: Count[], unit: Unit): Bar[] =>
  items.map(({ key, count }) => ({ ...daysOf(key, unit), count }));

/**
 * The span that all bars fall into, but for those long before: articles mention wars of a
 * hundred years ago, and for their sake the present must not shrink to a line.
 */
export function mainSpan(bars: Bar[], share = 0.02): Span | null {
  const last = bars.at(-1);
  if (!last) return null;
  const spared = share * bars.reduce((sum, bar) => sum + bar.count, 0);
  let before = 0;
  const first = bars.find((bar) => (before += bar.count) > spared) ?? last;
  return { since: first.since, until: last.until };
}

/** How finely to count: some hundred and fifty bars at most. */
export function unitOf(span: Span): Unit {
  const days = (dayTime(span.until) - dayTime(span.since)) / oneDay;
  if (days <= 150) return 'day';
  if (days <= 1000) return 'week';
  return days <= 5000 ? 'month' : 'year';
}

const dayAfter = (day: Day, days: number): Day => timeDay(dayTime(day) + days * oneDay);

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The span and what is chosen together, so that handles are never outside. */
export const widened = (span: Span, since: Day | null, until: Day | null): Span => ({
  since: earlier(span.since, since ?? span.since),
  until: later(span.until, until ?? span.until),
});

/** First and last day of the unit that a day lies in. */
function unitAround(day: Day, unit: Unit): Span {
  if (unit === 'day') return { since: day, until: day };
  if (unit === 'month') return daysOf(day.slice(0, 7), unit);
  if (unit === 'year') return daysOf(day.slice(0, 4), unit);
  const weekday = (new Date(dayTime(day)).getUTCDay() + 6) % 7;
  return daysOf(dayAfter(day, -weekday), unit);
}

/** Two days, either of them first, out to the edges of their units. */
export const spanBetween = (a: Day, b: Day, unit: Unit): Span => ({
  since: unitAround(earlier(a, b), unit).since,
  until: unitAround(later(a, b), unit).until,
});

/** As filters: an end that does not cut anything off is none. */
export const asFilters = (chosen: Span, all: Span): { since: Day | null; until: Day | null } => ({
  since: chosen.since <= all.since ? null : chosen.since,
  until: chosen.until >= all.until ? null : chosen.until,
});

const steps: Record<string, number> = {
  ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -6, PageUp: 6,
};

/** Where a key brings an end of what is chosen; null for other keys. */
export function endMoved(key: string, end: 'since' | 'until', chosen: Span, all: Span, unit: Unit) {
  if (key === 'Home') return end === 'since' ? { ...chosen, since: all.since } : null;
  if (key === 'End') return end === 'until' ? { ...chosen, until: all.until } : null;
  let count = steps[key];
  if (count === undefined) return null;
  let day = chosen[end];
  for (; count > 0; --count) day = dayAfter(unitAround(day, unit).until, 1);
  for (; count < 0; ++count) day = dayAfter(unitAround(day, unit).since, -1);
  const moved = { ...chosen, [end]: unitAround(day, unit)[end] };
  if (moved.since > moved.until || moved.since < all.since || moved.until > all.until) return null;
  return moved;
}
