// One ledger as a table, by the filters of the address, page by page.

import type { Ledger, LedgerEntries } from '../api/types';
import { useFilters } from '../router/filters';
import { type Column, DataTable } from './DataTable';
import { PagedAnswer } from './PagedAnswer';
import { useLedger } from './useLedger';

interface LedgerTableProps<L extends Ledger> {
  ledger: L;
  caption: string;
  columns: Column<LedgerEntries[L]>[];
  rowKey: (entry: LedgerEntries[L]) => string;
  hideCaption?: boolean;
}

export function LedgerTable<L extends Ledger>(props: LedgerTableProps<L>) {
  const { ledger, caption, columns, rowKey } = props;
  const [filters] = useFilters();
  const entries = useLedger(ledger, filters);
  return (
    <PagedAnswer of={entries} bare>
      {(rows) => (
        <DataTable
          caption={caption}
          hideCaption={props.hideCaption ?? false}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          complete={entries.complete}
          loading={entries.loading}
          more={entries.more}
        />
      )}
    </PagedAnswer>
  );
}
