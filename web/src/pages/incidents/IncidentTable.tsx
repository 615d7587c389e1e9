// The incidents that filters and map leave, the newest first.

import type { Signal } from '@preact/signals';
import type { Filters, Incident, Place } from '../../api/types';
import { common, strings } from '../../i18n';
import {
  confidenceColumn, dateColumn, partiesColumn, placeColumn, quoteColumn, reportsColumn,
  stateColumn, typeColumn,
} from '../../parts/columns';
import { StateBadge, TypeBadge } from '../../parts/badges';
import type { Column } from '../../parts/DataTable';
import { LedgerTable } from '../../parts/LedgerTable';
import { partiesText, PartyList, PlaceText } from '../../parts/texts';
import { stateName, typeName } from '../../vocabulary';
import { useMapQuery } from './selection';
import { en } from './strings.en';
import { nb } from './strings.nb';
import type { MarkedPlace } from './WorldMap';

interface IncidentTableProps {
  filters: Filters;
  /** Beside the map there is less room: what happened and who did it to whom share columns. */
  narrow: boolean;
  marked: Signal<MarkedPlace | null>;
}

export function IncidentTable({ filters, narrow, marked }: IncidentTableProps) {
  const words = strings({ en, nb });
  return (
    <LedgerTable
      ledger="incidents"
      caption={words.title}
      columns={narrow ? narrowColumns() : allColumns()}
      rowKey={(entry) => entry.id}
      filters={filters}
      limit={50}
      onRow={(entry) => {
        marked.value = located(entry?.place ?? null);
      }}
    />
  );
}

function located(place: Place | null): MarkedPlace | null {
  if (!place || place.lat === null || place.lon === null) return null;
  return { name: place.name, lat: place.lat, lon: place.lon };
}

const allColumns = (): Column<Incident>[] => [
  dateColumn((entry) => entry.date),
  typeColumn(),
  stateColumn(),
  partiesColumn('actor', common().fields.actor, (entry) => entry.actor),
  partiesColumn('recipient', common().fields.recipient, (entry) => entry.recipient),
  placeColumn((entry) => entry.place),
  quoteColumn(),
  reportsColumn(),
  confidenceColumn(),
];

function narrowColumns(): Column<Incident>[] {
  const words = strings({ en, nb });
  return [
    dateColumn((entry) => entry.date),
    {
      key: 'type',
      title: common().fields.type,
      value: (entry) => `${typeName(entry.type)}, ${stateName(entry.state)}`,
      cell: (entry) => (
        <span class="incidents-stack">
          <TypeBadge type={entry.type} />
          <StateBadge state={entry.state} />
        </span>
      ),
    },
    {
      key: 'who',
      title: words.who,
      value: (entry) => `${partiesText(entry.actor)} → ${partiesText(entry.recipient)}`,
      cell: (entry) => <WhoToWhom entry={entry} />,
    },
    {
      ...placeColumn((entry) => entry.place),
      cell: (entry) => <ShownPlace place={entry.place} />,
    },
    quoteColumn(),
  ];
}

function WhoToWhom({ entry }: { entry: Incident }) {
  const words = strings({ en, nb });
  if (entry.recipient.length === 0) return <PartyList parties={entry.actor} limit={2} />;
  return (
    <span class="incidents-stack">
      <PartyList parties={entry.actor} limit={2} />
      <span class="incidents-to">
        <span aria-hidden="true">→</span>
        <span class="visually-hidden">{words.toWhom}</span>
        <PartyList parties={entry.recipient} limit={2} />
      </span>
    </span>
  );
}

/** A place, and a way to it on the map. */
function ShownPlace({ place }: { place: Place | null }) {
  const words = strings({ en, nb });
  const [query, setQuery] = useMapQuery();
  const at = located(place);
  const show = () => {
    if (at) setQuery({ lon: at.lon, lat: at.lat, zoom: Math.max(query.zoom ?? 0, 6), box: null });
  };
  return (
    <span class="incidents-place">
      <PlaceText place={place} />
      {at && (
        <button type="button" class="quiet" aria-label={words.showPlace(at.name)} onClick={show}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M8 1v4M8 11v4M1 8h4M11 8h4" />
            <circle cx="8" cy="8" r="3.2" />
          </svg>
        </button>
      )}
    </span>
  );
}
