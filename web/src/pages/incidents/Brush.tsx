// What is laid over the bars: the span chosen, drawn with a pointer, and a handle at either end for
// pointers and keys.

import { useState } from 'preact/hooks';
import { strings } from '../../i18n';
import { formatDay } from '../../i18n/format';
import { dayTime, oneDay, timeDay } from '../../parts/days';
import { type DayScale } from '../../parts/TimeAxis';
import type { Unit } from '../overview/period';
import { endMoved, type Span, spanBetween } from './periods';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface BrushProps {
  days: DayScale;
  height: number;
  unit: Unit;
  all: Span;
  chosen: Span;
  choose: (span: Span, options?: { replace?: boolean }) => void;
}

type End = 'since' | 'until';

/** A span being drawn: the day that stays, the day under the pointer. */
interface Stroke {
  fixed: string;
  moving: string;
}

export function Brush({ days, height, unit, all, chosen, choose }: BrushProps) {
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const shown = stroke ? spanBetween(stroke.fixed, stroke.moving, unit) : chosen;
  const [left = 0, right = 0] = days.range();

  const dayAt = (event: PointerEvent): string => {
    const brush = (event.currentTarget as Element).closest('.incidents-brush')!;
    const along = event.clientX - brush.getBoundingClientRect().left;
    const x = Math.min(Math.max(along, left), right - 0.01);
    return timeDay(days.invert(x).getTime());
  };
  const begin = (event: PointerEvent, fixed = dayAt(event)) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setStroke({ fixed, moving: dayAt(event) });
  };
  const draw = (event: PointerEvent) => {
    if (stroke) setStroke({ ...stroke, moving: dayAt(event) });
  };
  const finish = () => {
    if (stroke) choose(shown);
    setStroke(null);
  };
  const stop = () => setStroke(null);
  const pointers = { onPointerMove: draw, onPointerUp: finish, onPointerCancel: stop };

  const from = days(dayTime(shown.since));
  const to = days(dayTime(shown.until) + oneDay);
  const handle = (end: End) => (
    <Handle
      end={end}
      x={end === 'since' ? from : to}
      all={all}
      shown={shown}
      pointers={{
        ...pointers,
        onPointerDown: (event) => begin(event, end === 'since' ? chosen.until : chosen.since),
      }}
      onKeyDown={(event) => {
        const moved = endMoved(event.key, end, chosen, all, unit);
        if (!moved) return;
        event.preventDefault();
        choose(moved, { replace: true });
      }}
    />
  );
  return (
    <div
      class="incidents-brush"
      style={{ height: `${height}px` }}
      onPointerDown={(event) => begin(event)}
      {...pointers}
    >
      <svg class="incidents-unchosen" width={right} height={height} aria-hidden="true">
        <rect x={left} width={Math.max(from - left, 0)} height={height} />
        <rect x={to} width={Math.max(right - to, 0)} height={height} />
      </svg>
      {handle('since')}
      {handle('until')}
    </div>
  );
}

interface HandleProps {
  end: End;
  x: number;
  all: Span;
  shown: Span;
  pointers: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    (event: PointerEvent) => void
  >;
  onKeyDown: (event: KeyboardEvent) => void;
}

const dayNumber = (day: string) => dayTime(day) / oneDay;

function Handle({ end, x, all, shown, pointers, onKeyDown }: HandleProps) {
  const words = strings({ en, nb });
  return (
    <div
      role="slider"
      tabIndex={0}
      class={`incidents-handle incidents-handle-${end}`}
      style={{ left: `${x}px` }}
      aria-label={end === 'since' ? words.firstDay : words.lastDay}
      aria-valuemin={dayNumber(all.since)}
      aria-valuemax={dayNumber(all.until)}
      aria-valuenow={dayNumber(shown[end])}
      aria-valuetext={formatDay(shown[end])}
      onKeyDown={onKeyDown}
      {...pointers}
    />
  );
}
