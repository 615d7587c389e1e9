// All ceasefires that fit the filters: on a board by state, over time, or as a table.

import { status } from '../../api/client';
import { strings } from '../../i18n';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { PagedAnswer } from '../../parts/PagedAnswer';
import { Loading } from '../../parts/States';
import { ViewSwitch } from '../../parts/Switch';
import { useLedger } from '../../parts/useLedger';
import { useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import { Board } from './Board';
import { CeasefireTable } from './CeasefireTable';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { Timeline } from './Timeline';
import './ceasefires.css';

const views = ['board', 'lanes', 'table'] as const;

export default function Ceasefires() {
  const words = strings({ en, nb });
  const [query, setQuery] = useQuery({ view: oneOf(views, 'board') });
  const [filters] = useFilters();
  // A ceasefire brings all its alleged violations along; a hundred stay far below a megabyte.
  const ceasefires = useLedger('ceasefires', filters);
  const today = filters.as_of ?? status.value?.latest_day;

  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<ViewSwitch words={words} views={views} view={query.view} setQuery={setQuery} />}
    >
      <FilterBar without="type" />
      <PagedAnswer of={ceasefires} bare={query.view === 'table'}>
        {(items) => {
          if (query.view === 'board') return <Board ceasefires={items} />;
          if (query.view === 'table') return <CeasefireTable items={items} pages={ceasefires} />;
          return today ? <Timeline ceasefires={items} today={today} /> : <Loading />;
        }}
      </PagedAnswer>
    </Page>
  );
}
