// The part of a stretch of time that a chart shows: made shorter, longer, and moved along.

import type { DateSpan } from '../api/types';
import { dayTime, oneDay, timeDay } from './days';

// Truces may last three days.
const shortest = 5;

const daysIn = (span: DateSpan): number =>
  Math.round((dayTime(span.end) - dayTime(span.begin)) / oneDay) + 1;

/** The span of `days` days around `middle`, pushed into `all`. */
function placed(middle: number, days: number, all: DateSpan): DateSpan {
  const length = Math.min(Math.max(Math.round(days), shortest), daysIn(all));
  const first = dayTime(all.begin);
  const last = dayTime(all.end) - (length - 1) * oneDay;
  const wanted = middle - ((length - 1) * oneDay) / 2;
  const begin = Math.min(Math.max(wanted, first), last);
  return { begin: timeDay(begin), end: timeDay(begin + (length - 1) * oneDay) };
}

const middleOf = (span: DateSpan): number => (dayTime(span.begin) + dayTime(span.end)) / 2;

/** A factor of 0.5 shows half as long a time. */
export const zoomed = (span: DateSpan, all: DateSpan, factor: number): DateSpan =>
  placed(middleOf(span), daysIn(span) * factor, all);

/** A share of -0.5 goes back half a window. */
export const moved = (span: DateSpan, all: DateSpan, share: number): DateSpan =>
  placed(middleOf(span) + share * daysIn(span) * oneDay, daysIn(span), all);

/** From the first to the last of some days, with a little room at both ends. */
export function spanOf(days: number[]): DateSpan | null {
  const known = days.filter(Number.isFinite);
  if (known.length === 0) return null;
  const first = Math.min(...known);
  const last = Math.max(...known);
  const room = Math.max(3 * oneDay, (last - first) * 0.02);
  return { begin: timeDay(first - room), end: timeDay(last + room) };
}
