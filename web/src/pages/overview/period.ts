// The stretch of time that the charts cover, and how finely they count.

import type { Day, Filters } from '../../api/types';
import { daysBefore } from '../../api/visit';

export const periods = ['month', 'quarter', 'year', 'all'] as const;
export type Period = (typeof periods)[number];

export type Unit = 'day' | 'week' | 'month' | 'year';

const lengths: Record<Exclude<Period, 'all'>, number> = { month: 30, quarter: 90, year: 365 };

/** The filters with the period put in, where they do not name days of their own. */
export function withPeriod(filters: Filters, period: Period, latest: Day | null): Filters {
  if (period === 'all' || filters.since || filters.until || !latest) return filters;
  const until = filters.as_of ?? latest;
  return { ...filters, since: daysBefore(until, lengths[period] - 1), until };
}

/** Days while there are few enough to tell bars apart, then weeks, months and years. */
export function unitFor(since: Day | null, until: Day | null): Unit {
  if (!since || !until) return 'month';
  const days = (Date.parse(until) - Date.parse(since)) / 86_400_000;
  if (days <= 120) return 'day';
  if (days <= 800) return 'week';
  return days <= 9000 ? 'month' : 'year';
}

/** First and last day of what a key of `/counts` stands for. */
export function daysOf(key: string, unit: Unit): { since: Day; until: Day } {
  if (unit === 'day') return { since: key, until: key };
  if (unit === 'week') return { since: key, until: daysBefore(key, -6) };
  const [year = 0, month = 1] = key.split('-').map(Number);
  if (unit === 'year') return { since: `${year}-01-01`, until: `${year}-12-31` };
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { since: `${last.slice(0, 7)}-01`, until: last };
}
