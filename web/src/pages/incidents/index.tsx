// Incidents on a map, over time, by type and as a table; what is chosen in one narrows the others.

import { useSignal } from '@preact/signals';
import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { Empty, Loading, Problem } from '../../parts/States';
import { ViewSwitch } from '../../parts/Switch';
import { useFilters } from '../../router/filters';
import { ploverTypes } from '../../vocabulary';
import { mostNames, placesOf } from './cells';
import { Chosen } from './Chosen';
import { IncidentTable } from './IncidentTable';
import { MapPanel } from './MapPanel';
import { narrowed, selectionOf, useMapQuery, views } from './selection';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { Timeline } from './Timeline';
import { TypeFacet } from './TypeFacet';
import type { MarkedPlace } from './WorldMap';
import './incidents.css';

export default function Incidents() {
  const words = strings({ en, nb });
  const [filters] = useFilters();
  const [query, setQuery] = useMapQuery();
  const marked = useSignal<MarkedPlace | null>(null);
  const counted = useLoad(['counts', 'place', filters], (signal) =>
    api.counts('place', { ...filters, limit: 1000 }, signal),
  );
  const places = counted.data && placesOf(counted.data.items);
  const selection = selectionOf(query, places);
  const { view } = query;

  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<ViewSwitch words={words} views={views} view={view} setQuery={setQuery} />}
    >
      <FilterBar types={ploverTypes} />
      {counted.problem && <Problem problem={counted.problem} again={counted.reload} />}
      <div class={`incidents incidents-view-${view}`}>
        {view !== 'table' && (
          <div class="incidents-side">
            <MapPanel filters={filters} places={places} marked={marked} />
            {selection && <Timeline filters={narrowed(filters, selection)} />}
            {selection && <TypeFacet filters={narrowed(filters, selection)} />}
          </div>
        )}
        {view !== 'map' && (
          <div>
            <Chosen />
            {selection?.cut && <p class="muted">{words.cut(formatNumber(mostNames))}</p>}
            {!selection && <Loading />}
            {selection?.names?.length === 0 && <Empty>{words.nothingShown}</Empty>}
            {selection && selection.names?.length !== 0 && (
              <IncidentTable
                filters={narrowed(filters, selection)}
                narrow={view === 'both'}
                marked={marked}
              />
            )}
          </div>
        )}
      </div>
    </Page>
  );
}
