// Counts by month as bars; by year where there are too many months to tell apart.

import type { Count } from '../../api/types';
import type { TimeBar } from '../../parts/TimeBars';

const mostMonths = 120;

function monthBar({ key, count }: Count): TimeBar {
  const [year = 0, month = 1] = key.split('-').map(Number);
  const until = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { since: `${until.slice(0, 7)}-01`, until, count };
}

export function barsOf(months: Count[]): { bars: TimeBar[]; years: boolean } {
  const bars = months.map(monthBar);
  const first = bars[0]?.since ?? '';
  const last = bars.at(-1)?.since ?? '';
  const apart = (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12;
  if (apart <= mostMonths) return { bars, years: false };
  const years = new Map<string, number>();
  for (const { since, count } of bars) {
    const year = since.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return {
    bars: [...years].map(([year, count]) => ({
      since: `${year}-01-01`, until: `${year}-12-31`, count,
    })),
    years: true,
  };
}
