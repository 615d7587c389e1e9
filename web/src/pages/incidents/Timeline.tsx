// How many incidents there were when, and which time of it the page shows.

import { scaleLinear } from 'd3-scale';
import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Filters } from '../../api/types';
import { strings } from '../../i18n';
import { formatDay, formatNumber } from '../../i18n/format';
import { BarTable } from '../../parts/BarTable';
import { ChartFrame } from '../../parts/ChartFrame';
import type { Column } from '../../parts/DataTable';
import { Answer, Empty } from '../../parts/States';
import { Switch } from '../../parts/Switch';
import { dayTime, oneDay } from '../../parts/days';
import { dayScale, TimeAxis } from '../../parts/TimeAxis';
import { useWidth } from '../../parts/useWidth';
import { useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import type { Unit } from '../overview/period';
import { Brush } from './Brush';
import {
  asFilters, type Bar, barsOf, mainSpan, type Span, unitOf, units, widened,
} from './periods';
import { en } from './strings.en';
import { nb } from './strings.nb';

/** All filters of the page but for the days, which are chosen here. */
export function Timeline({ filters }: { filters: Filters }) {
  const undated = { ...filters, since: null, until: null };
  const months = useLoad(['counts', 'month', undated], (signal) =>
    api.counts('month', undated, signal),
  );
  return (
    <Answer of={months}>
      {({ items }) => {
        const span = mainSpan(barsOf(items, 'month'));
        return span ? <Counted filters={undated} span={span} /> : <Empty />;
      }}
    </Answer>
  );
}

function Counted({ filters, span }: { filters: Filters; span: Span }) {
  const words = strings({ en, nb });
  const [query, setQuery] = useQuery({ by: oneOf(units, 'auto') });
  const [{ since, until }] = useFilters();
  const all = widened(span, since, until);
  const unit = query.by === 'auto' ? unitOf(all) : query.by;
  const asked = { ...filters, ...all, limit: 1000 };
  const counts = useLoad(['counts', unit, asked], (signal) => api.counts(unit, asked, signal));
  const title = words.overTime[unit];
  return (
    <Answer of={counts}>
      {({ items, total }) => {
        const shown = (bar: Bar) => bar.until >= all.since && bar.since <= all.until;
        const bars = barsOf(items, unit).filter(shown);
        const ends = [formatDay(all.since), formatDay(all.until)] as const;
        const label = words.barsLabel(title, formatNumber(total), ...ends);
        return (
          <ChartFrame
            title={title}
            controls={
              <Switch
                label={words.countBy}
                value={query.by}
                values={units}
                nameOf={(value) => words.units[value]}
                choose={(by) => setQuery({ by })}
              />
            }
            table={<BarTable {...{ title, bars }} days={dayColumns()} sortParameter="bars" />}
          >
            <Bars label={label} bars={bars} all={all} unit={unit} />
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

const height = 108;
const bottom = height - 22;
const margin = 34;

interface BarsProps {
  label: string;
  bars: Bar[];
  all: Span;
  unit: Unit;
}

function Bars({ label, bars, all, unit }: BarsProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [{ since, until }, setFilters] = useFilters();
  const days = dayScale(all.since, all.until, [margin, width - margin]);
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const counts = scaleLinear().domain([0, most]).range([bottom, 14]);
  const chosen = { since: since ?? all.since, until: until ?? all.until };
  return (
    <div ref={frame} class="incidents-bars">
      <svg role="img" aria-label={label} width={width} height={height}>
        <g class="axis" aria-hidden="true">
          <line x1={margin} x2={width - margin} y1={counts(most)} y2={counts(most)} />
          <text x={margin - 6} y={counts(most)} text-anchor="end" dominant-baseline="middle">
            {formatNumber(most)}
          </text>
        </g>
        {bars.map((bar) => {
          const x = Math.max(days(dayTime(bar.since)), margin);
          const end = Math.min(days(dayTime(bar.until) + oneDay), width - margin);
          return (
            <rect
              key={bar.since}
              class="time-bar"
              x={x}
              width={Math.max(end - x - 1, 1.5)}
              y={counts(bar.count)}
              height={bottom - counts(bar.count)}
            />
          );
        })}
        <TimeAxis scale={days} y={bottom} />
      </svg>
      <Brush
        days={days}
        height={bottom}
        unit={unit}
        all={all}
        chosen={chosen}
        choose={(span, options) => setFilters(asFilters(span, all), options)}
      />
    </div>
  );
}

function dayColumns(): Column<Bar>[] {
  const words = strings({ en, nb });
  return [
    {
      key: 'since',
      title: words.firstDay,
      rowHeader: true,
      value: (bar) => bar.since,
      cell: (bar) => formatDay(bar.since),
    },
    {
      key: 'until',
      title: words.lastDay,
      value: (bar) => bar.until,
      cell: (bar) => formatDay(bar.until),
    },
  ];
}
