// Incidents of an actor, counted by type and over time.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import { common, strings } from '../../i18n';
import { formatDay, formatNumber } from '../../i18n/format';
import { TypeBadge } from '../../parts/badges';
import { BarTable } from '../../parts/BarTable';
import { ChartFrame } from '../../parts/ChartFrame';
import { CountTable } from '../../parts/CountTable';
import type { Column } from '../../parts/DataTable';
import { Answer } from '../../parts/States';
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
  return (
    <section class="panel">
      <h2>{words.byType}</h2>
      <CountTable
        title={words.byType}
        of={counts}
        column={{
          key: 'type', title: common().fields.type, rowHeader: true,
          value: ({ key }) => typeName(key),
          cell: ({ key }) => (
            <a href={addressWith('/incidents', { ...filters, type: [key] })}>
              <TypeBadge type={key} />
            </a>
          ),
        }}
        sortParameter="types"
      />
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
  const days: Column<TimeBar>[] = [
    {
      key: 'since', title: words.when, rowHeader: true, value: (bar) => bar.since,
      cell: (bar) => (
        <a href={address(bar)}>
          {formatDay(bar.since)} – {formatDay(bar.until)}
        </a>
      ),
    },
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
            table={<BarTable title={title} bars={bars} days={days} sortParameter="months" />}
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
