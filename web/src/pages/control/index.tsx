// Control: who holds which place over time, as lanes or as a table of claims.

import type { Paged } from '../../api/hooks';
import type { Control } from '../../api/types';
import { common, strings } from '../../i18n';
import { entryAddress, readerAddress } from '../../parts/addresses';
import { Confidence, StateBadge } from '../../parts/badges';
import { partiesColumn, placeColumn, shareColumn } from '../../parts/columns';
import { type Column, DataTable } from '../../parts/DataTable';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { PagedAnswer } from '../../parts/PagedAnswer';
import { ViewSwitch } from '../../parts/Switch';
import { DateText } from '../../parts/texts';
import { useLedger } from '../../parts/useLedger';
import { useFilters } from '../../router/filters';
import { oneOf, optionalText, useQuery } from '../../router/query';
import { controlChanges, stateName } from '../../vocabulary';
import { Details } from './Details';
import { Lanes } from './Lanes';
import { en } from './strings.en';
import { nb } from './strings.nb';
import './control.css';

const views = ['lanes', 'table'] as const;
const schema = { view: oneOf(views, 'lanes'), selected: optionalText };

export default function ControlPage() {
  const words = strings({ en, nb });
  const [{ view, selected }, setQuery] = useQuery(schema);
  const [filters] = useFilters();
  const control = useLedger('control', filters);
  const beside = view === 'lanes' ? selected : null;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<ViewSwitch words={words} views={views} view={view} setQuery={setQuery} />}
    >
      <FilterBar types={controlChanges} />
      <div class={beside ? 'with-chosen' : undefined}>
        <div>
          <PagedAnswer of={control} bare={view === 'table'}>
            {(entries) =>
              view === 'lanes' ? (
                <Lanes entries={entries} selected={selected} />
              ) : (
                <ClaimTable entries={entries} pages={control} />
              )
            }
          </PagedAnswer>
        </div>
        {beside && <Details id={beside} close={() => setQuery({ selected: null })} />}
      </div>
    </Page>
  );
}

interface Row {
  entry: Control;
  claim: Control['claims'][number];
}

function columns(): Column<Row>[] {
  const words = strings({ en, nb });
  const { fields } = common();
  return [
    {
      key: 'date',
      title: fields.date,
      rowHeader: true,
      value: ({ claim }) => claim.date?.begin ?? null,
      cell: ({ entry, claim }) => (
        <a href={entryAddress(entry.id)}>
          <DateText date={claim.date} />
        </a>
      ),
    },
    placeColumn(({ entry }) => entry.place),
    {
      key: 'change',
      title: fields.state,
      value: ({ claim }) => stateName(claim.change),
      cell: ({ claim }) => <StateBadge state={claim.change} />,
    },
    partiesColumn('holder', fields.holder, ({ claim }) => claim.holder),
    partiesColumn('from', words.from, ({ claim }) => claim.from),
    shareColumn(words.share, ({ claim }) => claim.share),
    {
      key: 'disputed',
      title: fields.disputed,
      value: ({ entry }) => (entry.disputed ? common().yes : common().no),
    },
    {
      key: 'published',
      title: fields.published,
      value: ({ claim }) => claim.report.published,
      cell: ({ claim }) => (
        <a href={readerAddress(claim.report.id)}>
          <DateText date={claim.report.published} />
        </a>
      ),
    },
    { key: 'publisher', title: fields.publisher, value: ({ claim }) => claim.report.publisher },
    {
      key: 'confidence',
      title: fields.confidence,
      value: ({ claim }) => claim.report.confidence,
      cell: ({ claim }) => <Confidence value={claim.report.confidence} />,
    },
  ];
}

/** Every claim is a row, so that the table says what the lanes show. */
function ClaimTable({ entries, pages }: { entries: Control[]; pages: Paged<Control> }) {
  const words = strings({ en, nb });
  const rows = entries.flatMap((entry) => entry.claims.map((claim) => ({ entry, claim })));
  return (
    <DataTable
      caption={words.claims}
      columns={columns()}
      rows={rows}
      rowKey={({ claim }) => claim.report.id}
      pages={pages}
    />
  );
}
