// One ledger as a table, page by page.

import type { Filters, Ledger, LedgerEntries } from '../api/types';
import { useFilters } from '../router/filters';
import { type Column, DataTable } from './DataTable';
import { PagedAnswer } from './PagedAnswer';
import { useLedger } from './useLedger';

interface LedgerTableProps<L extends Ledger> {
  ledger: L;
  caption: string;
  columns: Column<LedgerEntries[L]>[];
  rowKey: (entry: LedgerEntries[L]) => string;
  /** Those of the address, without it. */
  filters?: Filters;
  limit?: number;
  onRow?: (entry: LedgerEntries[L] | null) => void;
}

export function LedgerTable<L extends Ledger>(props: LedgerTableProps<L>) {
  const { ledger, limit, filters, ...table } = props;
  const [own] = useFilters();
  const entries = useLedger(ledger, filters ?? own, limit);
  return (
    <PagedAnswer of={entries} bare>
      {(rows) => <DataTable hideCaption rows={rows} pages={entries} {...table} />}
    </PagedAnswer>
  );
}
