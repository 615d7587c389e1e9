// Resolutions: the votes on each, drawn, or all as a table.

import type { Resolution } from '../../api/types';
import { common, strings } from '../../i18n';
import {
  confidenceColumn,
  dateColumn,
  partiesColumn,
  quoteColumn,
  reportsColumn,
  stateColumn,
} from '../../parts/columns';
import { type Column, DataTable } from '../../parts/DataTable';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { PagedAnswer } from '../../parts/PagedAnswer';
import { ViewSwitch } from '../../parts/Switch';
import { useLedger } from '../../parts/useLedger';
import { useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import { ResolutionCard } from './ResolutionCard';
import { en } from './strings.en';
import { nb } from './strings.nb';
import './resolutions.css';

const views = ['votes', 'table'] as const;
const limits = { votes: 24, table: 100 };

function columns(): Column<Resolution>[] {
  const { fields } = common();
  return [
    dateColumn((entry) => entry.date),
    stateColumn(),
    { key: 'body', title: fields.body, value: (entry) => entry.body },
    { key: 'subject', title: fields.subject, value: (entry) => entry.subject },
    {
      key: 'in_favour', title: fields.in_favour, numeric: true,
      value: (entry) => entry.in_favour,
    },
    { key: 'against', title: fields.against, numeric: true, value: (entry) => entry.against },
    {
      key: 'abstained', title: fields.abstained, numeric: true,
      value: (entry) => entry.abstained,
    },
    partiesColumn('vetoed_by', fields.vetoed_by, (entry) => entry.vetoed_by),
    partiesColumn('sponsors', fields.sponsors, (entry) => entry.sponsors),
    quoteColumn(),
    reportsColumn(),
    confidenceColumn(),
  ];
}

export default function Resolutions() {
  const words = strings({ en, nb });
  const [{ view }, setQuery] = useQuery({ view: oneOf(views, 'votes') });
  const [filters] = useFilters();
  const resolutions = useLedger('resolutions', filters, limits[view]);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<ViewSwitch words={words} views={views} view={view} setQuery={setQuery} />}
    >
      <FilterBar without="type" />
      <PagedAnswer of={resolutions} bare={view === 'table'}>
        {(items) =>
          view === 'votes' ? (
            <div class="panels">
              {items.map((entry) => (
                <ResolutionCard key={entry.id} resolution={entry} />
              ))}
            </div>
          ) : (
            <DataTable
              caption={words.title}
              hideCaption
              columns={columns()}
              rows={items}
              rowKey={(entry) => entry.id}
              pages={resolutions}
            />
          )
        }
      </PagedAnswer>
    </Page>
  );
}
