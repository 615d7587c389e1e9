// Incidents of an actor, counted by type and over time.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Count } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay, formatNumber } from '../../i18n/format';
import { TypeBadge } from '../../parts/badges';
import { ChartFrame } from '../../parts/ChartFrame';
import { type Column, DataTable } from '../../parts/DataTable';
import { ShareBar } from '../../parts/ShareBar';
import { Answer, Empty } from '../../parts/States';
import { TimeBars, type TimeBar } from '../../parts/TimeBars';
import { addressWith, useFilters } from '../../router/filters';
import { navigate } from '../../router/router';
import { typeName } from '../../vocabulary';
import { barsOf } from './periods';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function ActorCharts({ name }: { name: string }) {
  return (
    <>
      <ByType name={name} />
      <OverTime name={name} />
    </>
  );
}

function ByType({ name }: { name: string }) {
  const words = strings({ en, nb }).actor;
  const [own] = useFilters();
  const filters = { ...own, actor: [name] };
  const counts = useLoad(['types', filters], (signal) => api.counts('type', filters, signal));
  const columns = (most: number): Column<Count>[] => [
    {
      key: 'type', title: common().fields.type, rowHeader: true,
      value: (count) => typeName(count.key),
      cell: (count) => (
        <a href={addressWith('/incidents', { ...filters, type: [count.key] })}>
          <TypeBadge type={count.key} />
        </a>
      ),
    },
    {
      key: 'count', title: words.incidents, numeric: true, value: (count) => count.count,
      cell: (count) => (
        <span class="actors-count">
          <ShareBar value={count.count} most={most} /> {formatNumber(count.count)}
        </span>
      ),
    },
  ];
  return (
    <section class="panel">
      <h2>{words.byType}</h2>
      <Answer of={counts}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <DataTable
              caption={words.byType}
              hideCaption
              columns={columns(Math.max(...items.map((item) => item.count)))}
              rows={items}
              rowKey={(item) => item.key}
              sortParameter="types"
            />
          )
        }
      </Answer>
    </section>
  );
}

function OverTime({ name }: { name: string }) {
  const words = strings({ en, nb }).actor;
  const [own] = useFilters();
  const filters = { ...own, actor: [name] };
  const counts = useLoad(['months', filters], (signal) => api.counts('month', filters, signal));
  const address = ({ since, until }: TimeBar) =>
    addressWith('/incidents', { ...filters, since, until });
  const columns: Column<TimeBar>[] = [
    {
      key: 'since', title: words.when, rowHeader: true, value: (bar) => bar.since,
      cell: (bar) => (
        <a href={address(bar)}>
          {formatDay(bar.since)} – {formatDay(bar.until)}
        </a>
      ),
    },
    { key: 'count', title: words.incidents, numeric: true, value: (bar) => bar.count },
  ];
  return (
    <Answer of={counts}>
      {({ items, total }) => {
        const { bars, years } = barsOf(items);
        const title = years ? words.byYear : words.byMonth;
        if (bars.length === 0) return null;
        return (
          <ChartFrame
            title={title}
            table={
              <DataTable
                caption={title}
                hideCaption
                columns={columns}
                rows={bars}
                rowKey={(bar) => bar.since}
                sortParameter="months"
              />
            }
          >
            <TimeBars
              label={words.barLabel(title, formatNumber(total))}
              bars={bars}
              choose={(bar) => navigate(address(bar))}
            />
          </ChartFrame>
        );
      }}
    </Answer>
  );
}
