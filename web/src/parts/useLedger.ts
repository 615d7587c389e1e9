// One ledger by the filters of the address, page by page, for those who draw it themselves.

import { api } from '../api/client';
import { type Paged, usePages } from '../api/hooks';
import type { Filters, Ledger, LedgerEntries, Listing } from '../api/types';

export function useLedger<L extends Ledger>(
  ledger: L,
  filters: Filters,
  limit = 100,
): Paged<LedgerEntries[L]> {
  const listing: Listing = { ...filters, order: 'newest', limit, detail: 'summary' };
  return usePages([ledger, listing], (cursor, signal) =>
    api.ledger(ledger, { ...listing, cursor }, signal),
  );
}
