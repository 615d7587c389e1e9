// Tolls: what they sum up to, who claims what of one, and all of them as a table.

import { useEffect, useRef } from 'preact/hooks';
import type { Toll } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import {
  confidenceColumn, dateColumn, partiesColumn, placeColumn, quoteColumn, reportsColumn,
  typeColumn,
} from '../../parts/columns';
import type { Column } from '../../parts/DataTable';
import { FilterBar } from '../../parts/FilterBar';
import { LedgerTable } from '../../parts/LedgerTable';
import { Page } from '../../parts/Page';
import { optionalText, useQuery } from '../../router/query';
import { tollTypes } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { TollClaims } from './TollClaims';
import { TollSum } from './TollSum';
import './tolls.css';

export default function Tolls() {
  const words = strings({ en, nb });
  const [{ toll }, setQuery] = useQuery({ toll: optionalText });
  return (
    <Page title={words.title} lead={words.lead}>
      <FilterBar types={tollTypes} />
      <Shown toll={toll} close={() => setQuery({ toll: null })} />
      <LedgerTable
        ledger="tolls"
        caption={words.title}
        columns={columns((id) => setQuery({ toll: id }), toll)}
        rowKey={(entry) => entry.id}
      />
    </Page>
  );
}

/** The toll that was chosen in the table, which gets the focus; without one, the sum of all. */
function Shown({ toll, close }: { toll: string | null; close: () => void }) {
  const words = strings({ en, nb });
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef(toll);
  useEffect(() => {
    if (toll && toll !== before.current) {
      panel.current?.focus({ preventScroll: true });
      panel.current?.scrollIntoView({ block: 'start' });
    }
    before.current = toll;
  }, [toll]);
  if (!toll) return <TollSum />;
  return (
    <div ref={panel} class="tolls-shown" tabIndex={-1} role="group" aria-label={words.claims}>
      <button type="button" onClick={close}>
        <span aria-hidden="true">←</span> {words.backToSum}
      </button>
      <TollClaims key={toll} id={toll} />
    </div>
  );
}

function columns(compare: (id: string) => void, chosen: string | null): Column<Toll>[] {
  const words = strings({ en, nb });
  const { fields } = common();
  return [
    dateColumn((entry) => entry.date),
    typeColumn(),
    { key: 'low', title: fields.low, numeric: true, value: (entry) => entry.low },
    { key: 'high', title: fields.high, numeric: true, value: (entry) => entry.high },
    {
      key: 'disputed',
      title: fields.disputed,
      value: (entry) => (entry.disputed ? words.disputedMark : null),
      cell: (entry) => (entry.disputed ? <DisputedMark /> : null),
    },
    {
      key: 'claims',
      title: words.compare,
      numeric: true,
      value: (entry) => entry.claims.length,
      cell: (entry) =>
        entry.claims.length < 2 ? (
          formatNumber(entry.claims.length)
        ) : (
          <button
            type="button"
            class="toggle tolls-compare"
            aria-pressed={entry.id === chosen}
            onClick={() => compare(entry.id)}
          >
            {words.compareClaims(formatNumber(entry.claims.length))}
          </button>
        ),
    },
    placeColumn((entry) => entry.place),
    partiesColumn('actor', fields.actor, (entry) => entry.actor),
    // The words of a number are few.
    { ...quoteColumn(), wide: false },
    reportsColumn(),
    confidenceColumn(),
  ];
}

function DisputedMark() {
  const words = strings({ en, nb });
  return (
    <span class="badge tolls-disputed">
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M3 1v10M9 1v10" />
      </svg>
      {words.disputedMark}
    </span>
  );
}
