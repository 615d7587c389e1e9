// The axis of days below a chart, and the scale that it goes with.

import { type ScaleTime, scaleUtc } from 'd3-scale';
import type { Day } from '../api/types';
import { formatDay, formatMonth } from '../i18n/format';
import { dayTime, oneDay } from './days';

export type DayScale = ScaleTime<number, number>;


/** From the first moment of one day to the last of another, over a range of pixels. */
export const dayScale = (since: Day, until: Day, range: [number, number]): DayScale =>
  scaleUtc().domain([dayTime(since), dayTime(until) + oneDay]).range(range);

function tickName(tick: Date, span: number): string {
  const day = tick.toISOString().slice(0, 10);
  if (span > 4 * 365 * oneDay) return day.slice(0, 4);
  return span > 90 * oneDay ? formatMonth(day) : formatDay(day);
}

interface TimeAxisProps {
  scale: DayScale;
  /** Where the axis lies, from the top. */
  y: number;
  /** How far up lines go that help the eye. */
  gridTo?: number;
}

export function TimeAxis({ scale, y, gridTo }: TimeAxisProps) {
  const [from = 0, to = 0] = scale.range();
  const [begin, end] = scale.domain() as [Date, Date];
  const span = end.getTime() - begin.getTime();
  const wanted = scale.ticks(Math.max(2, Math.floor((to - from) / 110)));
  // Days have no hours.
  const ticks = wanted.filter((tick) => tick.getTime() % oneDay === 0);
  // A name at the very edge would be cut off.
  const named = (tick: Date) => scale(tick) > from + 34 && scale(tick) < to - 34;
  return (
    <g class="axis" aria-hidden="true">
      <line x1={from} x2={to} y1={y} y2={y} />
      {ticks.map((tick) => (
        <g key={tick.getTime()} transform={`translate(${scale(tick)},0)`}>
          <line y1={gridTo ?? y} y2={y + 4} />
          {named(tick) && (
            <text y={y + 17} text-anchor="middle">
              {tickName(tick, span)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
