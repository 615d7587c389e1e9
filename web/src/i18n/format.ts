// Days and numbers as the language chosen writes them.

import type { DateSpan, Day } from '../api/types';
import { common, language } from '.';

// Norwegian is asked for by the tag that every browser knows.
const locale = () => (language.value === 'nb' ? 'nb-NO' : 'en-GB');

export const formatNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale(), options).format(value);

export const formatPercent = (share: number): string =>
  formatNumber(share, { style: 'percent', maximumFractionDigits: 0 });

/** A day such as 2016-09-12 as 12 Sept 2016. Days have no time zone: they are read as UTC. */
export function formatDay(day: Day, style: 'medium' | 'long' = 'medium'): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(locale(), { dateStyle: style, timeZone: 'UTC' }).format(date);
}

export function formatMonth(day: Day): string {
  const options = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(), options).format(new Date(`${day}T00:00:00Z`));
}

/** A moment, such as that of a correction, in the time zone of the reader. */
export function formatMoment(moment: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

export const formatTime = (moment: Date): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(moment);

const lastDayOfMonth = (day: Day): Day => {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
};

/** A span as short as it can be said: a day, a month, a year, or from one day to another. */
export function formatSpan(span: DateSpan | null): string {
  if (!span) return common().dates.unknown;
  const { begin, end } = span;
  if (begin === end) return formatDay(begin);
  if (begin.endsWith('-01-01') && end === `${begin.slice(0, 4)}-12-31`) return begin.slice(0, 4);
  if (begin.endsWith('-01') && end === lastDayOfMonth(begin)) return formatMonth(begin);
  return common().dates.from(formatDay(begin), formatDay(end));
}

/** A number of people that may be known only roughly: 12, 10–15, at least 10. */
export function formatRange(low: number | null, high: number | null): string {
  if (low !== null && high !== null) {
    if (low === high) return formatNumber(low);
    return `${formatNumber(low)}–${formatNumber(high)}`;
  }
  if (low !== null) return `≥ ${formatNumber(low)}`;
  if (high !== null) return `≤ ${formatNumber(high)}`;
  return '–';
}
