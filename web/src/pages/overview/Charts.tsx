// Incidents of a period: over time as bars, and by place, country or type as a ranked list.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Count, Day, Filters } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay, formatNumber } from '../../i18n/format';
import { BarTable } from '../../parts/BarTable';
import { ChartFrame } from '../../parts/ChartFrame';
import { CountTable } from '../../parts/CountTable';
import type { Column } from '../../parts/DataTable';
import { Answer, Empty } from '../../parts/States';
import { Switch } from '../../parts/Switch';
import { TimeBars, type TimeBar } from '../../parts/TimeBars';
import { addressWith, useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import { navigate } from '../../router/router';
import { countryName, typeName } from '../../vocabulary';
import { daysOf, periods, unitFor, withPeriod } from './period';
import { en } from './strings.en';
import { nb } from './strings.nb';

const ranks = ['place', 'country', 'type'] as const;
const ranked = 12;

export function Charts({ latest }: { latest: Day | null }) {
  const words = strings({ en, nb });
  const [{ period }, setQuery] = useQuery({ period: oneOf(periods, 'year') });
  const own = useFilters()[0];
  const dated = own.since !== null || own.until !== null;
  return (
    <>
      {!dated && (
        <p class="overview-period">
          <Switch
            label={words.period}
            value={period}
            values={periods}
            nameOf={(value) => words.periods[value]}
            choose={(chosen) => setQuery({ period: chosen })}
          />{' '}
          {latest && <span class="muted">{words.until(formatDay(own.as_of ?? latest))}</span>}
        </p>
      )}
      <div class="panels">
        <OverTime latest={latest} />
        <Ranked latest={latest} />
      </div>
    </>
  );
}

function usePeriod(latest: Day | null) {
  const [filters] = useFilters();
  const [{ period }] = useQuery({ period: oneOf(periods, 'year') });
  return withPeriod(filters, period, latest);
}

function OverTime({ latest }: { latest: Day | null }) {
  const words = strings({ en, nb });
  const filters = usePeriod(latest);
  const unit = unitFor(filters.since, filters.until);
  const counts = useLoad(['counts', unit, filters], (signal) =>
    api.counts(unit, filters, signal),
  );
  const title = `${words.incidentsByDay}, ${words.incidentsBy[unit]}`;
  return (
    <Answer of={counts}>
      {({ items, total }) => {
        const bars = items.map(({ key, count }) => ({ ...daysOf(key, unit), count }));
        const open = (bar: TimeBar) =>
          navigate(addressWith('/incidents', { ...filters, since: bar.since, until: bar.until }));
        return (
          <ChartFrame title={title} table={<Figures title={title} bars={bars} filters={filters} />}>
            {bars.length === 0 ? (
              <Empty />
            ) : (
              <TimeBars
                label={words.barLabel(title, formatNumber(total))}
                bars={bars}
                since={filters.since}
                until={filters.until}
                choose={open}
              />
            )}
          </ChartFrame>
        );
      }}
    </Answer>
  );
}

interface FiguresProps {
  title: string;
  bars: TimeBar[];
  filters: Filters;
}

function Figures({ title, bars, filters }: FiguresProps) {
  const words = strings({ en, nb });
  const days: Column<TimeBar>[] = [
    {
      key: 'since',
      title: words.when,
      rowHeader: true,
      value: (bar) => bar.since,
      cell: ({ since, until }) => (
        <a href={addressWith('/incidents', { ...filters, since, until })}>{formatDay(since)}</a>
      ),
    },
  ];
  return <BarTable title={title} bars={bars} days={days} sortParameter="bars" />;
}

function Ranked({ latest }: { latest: Day | null }) {
  const words = strings({ en, nb });
  const { fields } = common();
  const filters = usePeriod(latest);
  const [{ rank }, setQuery] = useQuery({ rank: oneOf(ranks, 'place') });
  const counts = useLoad(['counts', rank, filters], (signal) =>
    api.counts(rank, { ...filters, limit: ranked }, signal),
  );
  const name = ({ key }: Count) => {
    if (rank === 'country') return countryName(key);
    return rank === 'type' ? typeName(key) : key;
  };
  const address = (count: Count) => {
    const country = rank === 'place' && count.country ? [count.country] : filters.country;
    return addressWith('/incidents', { ...filters, country, [rank]: [count.key] });
  };
  const column: Column<Count> = {
    key: rank,
    title: fields[rank],
    rowHeader: true,
    value: name,
    cell: (count) => (
      <>
        <a href={address(count)}>
          <bdi>{name(count)}</bdi>
        </a>
        {rank === 'place' && count.country && countryName(count.country) !== count.key && (
          <span class="muted"> {countryName(count.country)}</span>
        )}
      </>
    ),
  };
  return (
    <section class="panel">
      <div class="chart-head">
        <h2>{words.places}</h2>
        <Switch
          label={words.rankBy}
          value={rank}
          values={ranks}
          nameOf={(value) => words.ranks[value]}
          choose={(chosen) => setQuery({ rank: chosen })}
        />
      </div>
      <CountTable
        title={words.places}
        of={counts}
        column={column}
        limit={ranked}
        sortParameter="places"
      />
    </section>
  );
}
