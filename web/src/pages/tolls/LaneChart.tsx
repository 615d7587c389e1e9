// Lanes of sources over time, all with the same days across and the same numbers up.

import type { ComponentChildren } from 'preact';
import type { Day } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { textWidth } from '../../parts/fitText';
import { dayScale, type DayScale, TimeAxis } from '../../parts/TimeAxis';
import { useWidth } from '../../parts/useWidth';
import type { Limits } from './lanes';
import { type NumberScale, numberScale, numberTicks } from './scales';

const nameHeight = 24;
const gap = 6;
const narrowest = 54;
const right = 14;
const axisHeight = 26;

interface LaneChartProps<Item> {
  label: string;
  lanes: Item[];
  nameOf: (lane: Item) => string;
  since: Day;
  until: Day;
  limits: Limits;
  /** A range to be marked in every lane, to compare by. */
  band: Limits | null;
  /** How high a lane is, without its name. */
  stripHeight: number;
  /** What is drawn in a lane. */
  draw: (lane: Item, days: DayScale, numbers: NumberScale) => ComponentChildren;
}

export function LaneChart<Item>(props: LaneChartProps<Item>) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { lanes, limits, band, stripHeight } = props;
  const laneHeight = nameHeight + stripHeight + gap;
  const height = lanes.length * laneHeight + axisHeight;
  const numbers = numberScale(limits, [stripHeight, 6]);
  const ticks = numberTicks(numbers, limits, 2);
  const longest = Math.max(...ticks.map((tick) => textWidth(formatNumber(tick))));
  const left = Math.max(narrowest, Math.ceil(longest * 1.15) + 8);
  const days = dayScale(props.since, props.until, [left, width - right]);
  return (
    <div ref={frame}>
      <svg role="img" aria-label={props.label} width={width} height={height}>
        <TimeAxis scale={days} y={lanes.length * laneHeight} gridTo={0} />
        {lanes.map((lane, index) => (
          <g key={index} transform={`translate(0,${index * laneHeight})`}>
            <text class="tolls-source" x="0" y={nameHeight - 8}>
              {props.nameOf(lane)}
            </text>
            <g transform={`translate(0,${nameHeight})`}>
              <rect
                class="tolls-strip"
                x={left}
                width={width - left - right}
                height={stripHeight}
              />
              {band && (
                <rect
                  class="tolls-band"
                  x={left}
                  width={width - left - right}
                  y={numbers(band.high) - 1.5}
                  height={numbers(band.low) - numbers(band.high) + 3}
                />
              )}
              <g class="axis" aria-hidden="true">
                {ticks.map((tick) => (
                  <g key={tick} transform={`translate(0,${numbers(tick)})`}>
                    <line x1={left} x2={width - right} />
                    <text x={left - 6} text-anchor="end" dominant-baseline="middle">
                      {formatNumber(tick)}
                    </text>
                  </g>
                ))}
              </g>
              {props.draw(lane, days, numbers)}
            </g>
          </g>
        ))}
      </svg>
    </div>
  );
}
