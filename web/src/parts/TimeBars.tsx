// Counts over time as bars. Days without any stay empty, so that gaps are to be seen.

import { scaleLinear } from 'd3-scale';
import type { Day } from '../api/types';
import { formatDay, formatNumber } from '../i18n/format';
import { dayTime, oneDay } from './days';
import { dayScale, TimeAxis } from './TimeAxis';
import { useWidth } from './useWidth';

export interface TimeBar {
  since: Day;
  until: Day;
  count: number;
}

interface TimeBarsProps {
  label: string;
  bars: TimeBar[];
  /** The days that the axis covers; without them, those of the bars. */
  since?: Day | null;
  until?: Day | null;
  /** What a click on a bar does; keyboards have the table instead. */
  choose?: (bar: TimeBar) => void;
}

const height = 190;
/** A count of few days must not look like a wall. */
const widestBar = 48;
const margin = { top: 10, right: 24, bottom: 24, left: 46 };

export function TimeBars({ label, bars, since, until, choose }: TimeBarsProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const first = bars[0];
  const last = bars.at(-1);
  if (!first || !last) return <div ref={frame} />;
  const bottom = height - margin.bottom;
  const days = dayScale(since ?? first.since, until ?? last.until, [
    margin.left,
    width - margin.right,
  ]);
  const most = Math.max(...bars.map((bar) => bar.count));
  const counts = scaleLinear().domain([0, most]).nice(4).range([bottom, margin.top]);

  return (
    <div ref={frame}>
      <svg role="img" aria-label={label} width={width} height={height}>
        <g class="axis" aria-hidden="true">
          {counts.ticks(Math.min(4, most)).map((tick) => (
            <g key={tick} transform={`translate(0,${counts(tick)})`}>
              <line x1={margin.left} x2={width - margin.right} />
              <text x={margin.left - 6} text-anchor="end" dominant-baseline="middle">
                {formatNumber(tick)}
              </text>
            </g>
          ))}
        </g>
        {bars.map((bar) => {
          const x = Math.max(days(dayTime(bar.since)), margin.left);
          const end = Math.min(days(dayTime(bar.until) + oneDay), width - margin.right);
          const space = Math.max(end - x - 1, 1.5);
          const drawn = Math.min(space, widestBar);
          return (
            <rect
              key={bar.since}
              class={choose ? 'time-bar chosen-by-click' : 'time-bar'}
              x={x + (space - drawn) / 2}
              width={drawn}
              y={counts(bar.count)}
              height={bottom - counts(bar.count)}
              onClick={() => choose?.(bar)}
            >
              <title>{`${formatDay(bar.since)}: ${formatNumber(bar.count)}`}</title>
            </rect>
          );
        })}
        <TimeAxis scale={days} y={bottom} />
      </svg>
    </div>
  );
}
