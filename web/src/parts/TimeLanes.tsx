// Lanes over a stretch of time that can be moved and zoomed. What lies in them is a page's own.

import type { ComponentChildren } from 'preact';
import type { DateSpan } from '../api/types';
import { ChartFrame } from './ChartFrame';
import { dayTime, oneDay } from './days';
import { spanOf } from './spans';
import { type DayScale, TimeAxis } from './TimeAxis';
import { TimeWindow, useTimeWindow } from './TimeWindow';
import { useWidth } from './useWidth';

interface TimeLanesProps<Lane> {
  words: {
    chart: string;
    description: string;
    undated: (count: number) => string;
    noneInWindow: string;
  };
  /** When there is something to show; in milliseconds. */
  moments: number[];
  /** How many have no day, and so no place on the axis. */
  undated: number;
  legend: ComponentChildren;
  /** The lanes that have something between two moments. */
  lanesIn: (from: number, to: number) => Lane[];
  draw: (lanes: Lane[], shown: DateSpan, width: number) => ComponentChildren;
}

// The buttons to choose another time are missing where there is nothing to show.
const anyYear = { begin: '2000-01-01', end: '2000-12-31' };

export function TimeLanes<Lane>(props: TimeLanesProps<Lane>) {
  const { words, moments, undated, legend, lanesIn, draw } = props;
  const all = spanOf(moments);
  const [shown, show] = useTimeWindow(all ?? anyYear);
  const [frame, width] = useWidth<HTMLDivElement>();
  const lanes = lanesIn(dayTime(shown.begin), dayTime(shown.end) + oneDay);
  return (
    <ChartFrame
      title={words.chart}
      description={
        <>
          {words.description} {undated > 0 && words.undated(undated)}
        </>
      }
      legend={legend}
      controls={all && <TimeWindow all={all} shown={shown} show={show} />}
    >
      <div ref={frame}>
        {lanes.length === 0 ? (
          <p class="muted">{words.noneInWindow}</p>
        ) : (
          draw(lanes, shown, width)
        )}
      </div>
    </ChartFrame>
  );
}

/** How much room the axis above the lanes takes, and the one below them. */
export const axisHeight = 26;

interface BetweenAxesProps {
  label: string;
  scale: DayScale;
  width: number;
  /** Where the lanes end, from the top. */
  bottom: number;
  children: ComponentChildren;
}

export function BetweenAxes({ label, scale, width, bottom, children }: BetweenAxesProps) {
  return (
    <svg role="group" aria-label={label} width={width} height={bottom + axisHeight}>
      <TimeAxis scale={scale} y={0} />
      <TimeAxis scale={scale} y={bottom} gridTo={axisHeight - 4} />
      {children}
    </svg>
  );
}
