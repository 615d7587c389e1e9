// Incidents of a period: over time as bars, and by place, country or type as a ranked list.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Count, Day } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay, formatNumber } from '../../i18n/format';
import { ChartFrame } from '../../parts/ChartFrame';
import { type Column, DataTable } from '../../parts/DataTable';
import { ShareBar } from '../../parts/ShareBar';
import { Answer, Empty } from '../../parts/States';
import { Switch } from '../../parts/Switch';
import { TimeBars, type TimeBar } from '../../parts/TimeBars';
import { addressWith, useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import { navigate } from '../../router/router';
import { countryName, typeName } from '../../vocabulary';
import { daysOf, periods, type Unit, unitFor, withPeriod } from './period';
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
            options={periods.map((value) => ({ value, name: words.periods[value] }))}
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
          <ChartFrame
            title={title}
            table={<BarTable bars={bars} filters={filters} unit={unit} />}
          >
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

interface BarTableProps {
  bars: TimeBar[];
  filters: ReturnType<typeof usePeriod>;
  unit: Unit;
}

function BarTable({ bars, filters, unit }: BarTableProps) {
  const words = strings({ en, nb });
  const title = `${words.incidentsByDay}, ${words.incidentsBy[unit]}`;
  const columns: Column<TimeBar>[] = [
    {
      key: 'since',
      title: words.when,
      rowHeader: true,
      value: (bar) => bar.since,
      cell: ({ since, until }) => (
        <a href={addressWith('/incidents', { ...filters, since, until })}>{formatDay(since)}</a>
      ),
    },
    { key: 'count', title: words.incidents, numeric: true, value: (bar) => bar.count },
  ];
  return (
    <DataTable
      caption={title}
      hideCaption
      columns={columns}
      rows={bars}
      rowKey={(bar) => bar.since}
      sortParameter="bars"
    />
  );
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
  const columns = (most: number): Column<Count>[] => [
    {
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
    },
    {
      key: 'count',
      title: words.incidents,
      numeric: true,
      value: (count) => count.count,
      cell: (count) => (
        <span class="overview-count">
          <ShareBar value={count.count} most={most} />
          {formatNumber(count.count)}
        </span>
      ),
    },
  ];
  return (
    <section class="panel">
      <div class="chart-head">
        <h2>{words.places}</h2>
        <Switch
          label={words.rankBy}
          value={rank}
          options={ranks.map((value) => ({ value, name: words.ranks[value] }))}
          choose={(chosen) => setQuery({ rank: chosen })}
        />
      </div>
      <Answer of={counts}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <DataTable
              caption={words.places}
              hideCaption
              columns={columns(Math.max(...items.map((item) => item.count)))}
              rows={items}
              rowKey={(item) => `${item.key} ${item.country ?? ''}`}
              complete={items.length < ranked}
              sortParameter="places"
            />
          )
        }
      </Answer>
    </section>
  );
}
