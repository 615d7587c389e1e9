// Talks: planned, held or not, on an axis of time or as a table.

import { strings } from '../../i18n';
import { FilterBar } from '../../parts/FilterBar';
import { LedgerTable } from '../../parts/LedgerTable';
import { Page } from '../../parts/Page';
import { PagedAnswer } from '../../parts/PagedAnswer';
import { ViewSwitch } from '../../parts/Switch';
import { useLedger } from '../../parts/useLedger';
import { useFilters } from '../../router/filters';
import { oneOf, optionalText, useQuery } from '../../router/query';
import { talksColumns } from './columns';
import { Details } from './Details';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { Timeline } from './Timeline';
import './talks.css';

const views = ['timeline', 'table'] as const;
const schema = { view: oneOf(views, 'timeline'), selected: optionalText };

export default function TalksPage() {
  const words = strings({ en, nb });
  const [{ view }, setQuery] = useQuery(schema);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<ViewSwitch words={words} views={views} view={view} setQuery={setQuery} />}
    >
      <FilterBar without="type" />
      {view === 'timeline' ? (
        <TimelineView />
      ) : (
        <LedgerTable
          ledger="talks"
          caption={words.title}
          columns={talksColumns()}
          rowKey={(entry) => entry.id}
        />
      )}
    </Page>
  );
}

function TimelineView() {
  const [{ selected }, setQuery] = useQuery(schema);
  const [filters] = useFilters();
  const talks = useLedger('talks', filters);
  return (
    <div class={selected ? 'with-chosen' : undefined}>
      <div>
        <PagedAnswer of={talks}>
          {(items) => <Timeline talks={items} selected={selected} />}
        </PagedAnswer>
      </div>
      {selected && (
        <Details id={selected} shown={talks.items} close={() => setQuery({ selected: null })} />
      )}
    </div>
  );
}
