// The tolls of one kind that fit the filters, summed up day by day: by each source, and all
// together.

import { area, curveStepAfter } from 'd3-shape';
import type { ComponentChildren } from 'preact';
import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Day, TollSum as Sum } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay, formatNumber, formatRange } from '../../i18n/format';
import { ChartFrame } from '../../parts/ChartFrame';
import { type Column, DataTable } from '../../parts/DataTable';
import { Answer, Empty } from '../../parts/States';
import { Switch } from '../../parts/Switch';
import { dayTime, oneDay, timeDay } from '../../parts/days';
import { type DayScale } from '../../parts/TimeAxis';
import { useFilters } from '../../router/filters';
import { flag, oneOf, useQuery } from '../../router/query';
import { tollTypes, typeName } from '../../vocabulary';
import { farApart, isFingerprint } from './lanes';
import { LaneChart } from './LaneChart';
import type { NumberScale } from './scales';
import { en } from './strings.en';
import { nb } from './strings.nb';

/** How many sources are drawn, beside all together, unless one asks for all. */
const largest = 4;

type Series = Sum['series'][number];

interface SumPoint {
  source: string;
  day: Day;
  low: number;
  high: number;
}

/** Killed and wounded cannot be added to each other: the sum is always of one kind. */
export function TollSum() {
  const words = strings({ en, nb });
  const [filters] = useFilters();
  const [{ kind }, setQuery] = useQuery({ kind: oneOf(tollTypes, 'killed') });
  const kinds = tollTypes.filter((type) => !filters.type.length || filters.type.includes(type));
  const chosen = kinds.includes(kind) ? kind : (kinds[0] ?? kind);
  const question = { ...filters, type: [chosen] };
  const sum = useLoad(['tolls/sum', question], (signal) => api.tollSum(question, signal));
  return (
    <Answer of={sum}>
      {(found) => (
        <SumChart
          sum={found}
          title={words.sumTitle(typeName(chosen))}
          controls={
            <Switch
              label={words.kind}
              value={chosen}
              values={kinds}
              nameOf={typeName}
              choose={(next) => setQuery({ kind: next })}
            />
          }
        />
      )}
    </Answer>
  );
}

interface SumChartProps {
  sum: Sum;
  title: string;
  controls: ComponentChildren;
}

function SumChart({ sum, title, controls }: SumChartProps) {
  const words = strings({ en, nb });
  const nameOf = ({ source }: Series) => {
    if (source === null) return words.allSources;
    return isFingerprint(source) ? words.unnamed(source.slice(0, 12)) : source;
  };
  const [{ all }, setQuery] = useQuery({ all: flag });
  const series = sum.series.filter(({ points }) => points.length > 0);
  const lanes = all ? series : series.slice(0, 1 + largest);
  const days = lanes.flatMap(({ points }) => points.map((point) => point.day)).sort();
  const highs = lanes.map(({ points }) => points.at(-1)?.high ?? 0);
  const limits = { low: Math.min(...highs), high: Math.max(1, ...highs) };
  const total = formatRange(sum.total.low, sum.total.high);
  return (
    <ChartFrame
      title={title}
      controls={controls}
      description={
        <>
          {words.sumLead(total, formatNumber(sum.entries), formatNumber(sum.disputed))}{' '}
          {words.sumHow} {farApart(limits) && words.bySize}
        </>
      }
      table={<SumTable title={title} lanes={series} nameOf={nameOf} />}
    >
      {days.length === 0 ? (
        <Empty />
      ) : (
        <LaneChart
          label={words.sumLabel(title, total, lanes.length)}
          lanes={lanes}
          nameOf={nameOf}
          since={days[0]!}
          until={withRoom(days[0]!, days.at(-1)!)}
          limits={limits}
          band={null}
          stripHeight={42}
          draw={(lane, scale, numbers) => <Steps series={lane} days={scale} numbers={numbers} />}
        />
      )}
      {series.length > 1 + largest && (
        <button type="button" class="quiet" onClick={() => setQuery({ all: !all })}>
          {all ? words.fewerSources : words.moreSources(formatNumber(series.length - 1))}
        </button>
      )}
    </ChartFrame>
  );
}

/** Some time after the last step, so that it can be seen. */
const withRoom = (first: Day, last: Day): Day =>
  timeDay(dayTime(last) + (dayTime(last) - dayTime(first)) / 25);

interface StepsProps {
  series: Series;
  days: DayScale;
  numbers: NumberScale;
}

/** Between the low and the high sum, from step to step until the last day of the chart. */
function Steps({ series, days, numbers }: StepsProps) {
  const last = series.points.at(-1);
  if (!last) return null;
  const [, right = 0] = days.range();
  const end = days.domain()[1]!.getTime();
  const points = series.points.map((point) => ({ ...point, time: dayTime(point.day) }));
  points.push({ ...last, time: Math.max(end, dayTime(last.day) + oneDay) });
  const shape = area<(typeof points)[number]>()
    .x((point) => days(point.time))
    .y0((point) => numbers(point.low) + 1.2)
    .y1((point) => numbers(point.high) - 1.2)
    .curve(curveStepAfter);
  const above = numbers(last.high) - 9;
  const y = above > 8 ? above : numbers(last.low) + 11;
  return (
    <>
      <path class="tolls-steps" d={shape(points) ?? ''} />
      <text class="tolls-number" x={right - 4} y={y} text-anchor="end">
        {formatRange(last.low, last.high)}
      </text>
    </>
  );
}

interface SumTableProps {
  title: string;
  lanes: Series[];
  nameOf: (series: Series) => string;
}

function SumTable({ title, lanes, nameOf }: SumTableProps) {
  const { fields } = common();
  const rows: SumPoint[] = lanes.flatMap((series) =>
    series.points.map((point) => ({ source: nameOf(series), ...point })),
  );
  const columns: Column<SumPoint>[] = [
    { key: 'source', title: fields.source, rowHeader: true, value: (point) => point.source },
    {
      key: 'day',
      title: fields.published,
      value: (point) => point.day,
      cell: (point) => formatDay(point.day),
    },
    { key: 'low', title: fields.low, numeric: true, value: (point) => point.low },
    { key: 'high', title: fields.high, numeric: true, value: (point) => point.high },
  ];
  return (
    <DataTable
      caption={title}
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={(point) => `${point.source} ${point.day}`}
      sortParameter="sums"
    />
  );
}
