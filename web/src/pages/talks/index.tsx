// Talks: planned, held or not, on an axis of time or as a table.

import { strings } from '../../i18n';
import { DataTable } from '../../parts/DataTable';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { PagedAnswer } from '../../parts/PagedAnswer';
import { Switch } from '../../parts/Switch';
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
      actions={
        <Switch
          label={words.view}
          options={views.map((value) => ({ value, name: words.views[value] }))}
          value={view}
          choose={(chosen) => setQuery({ view: chosen })}
        />
      }
    >
      {/* Talks have no type. */}
      <FilterBar
        names={['country', 'actor', 'place', 'source', 'since', 'until', 'as_of', 'min_reports']}
      />
      {view === 'timeline' ? <TimelineView /> : <TableView />}
    </Page>
  );
}

function useTalks() {
  const [filters] = useFilters();
  return useLedger('talks', { ...filters, type: [] });
}

function TimelineView() {
  const [{ selected }, setQuery] = useQuery(schema);
  const talks = useTalks();
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

function TableView() {
  const words = strings({ en, nb });
  const talks = useTalks();
  return (
    <PagedAnswer of={talks} bare>
      {(items) => (
        <DataTable
          caption={words.title}
          hideCaption
          columns={talksColumns()}
          rows={items}
          rowKey={(entry) => entry.id}
          complete={talks.complete}
          loading={talks.loading}
          more={talks.more}
        />
      )}
    </PagedAnswer>
  );
}
