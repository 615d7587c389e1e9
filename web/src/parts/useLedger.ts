// One ledger by the filters of the address, page by page, for those who draw it themselves.

import { api } from '../api/client';
import { type Paged, usePages } from '../api/hooks';
import type { Filters, Ledger, LedgerEntries, Listing } from '../api/types';

/** Entries of these ledgers have no type: pages of others leave one in the address. */
const typeless: readonly Ledger[] = ['ceasefires', 'talks', 'resolutions'];

export function useLedger<L extends Ledger>(
  ledger: L,
  filters: Filters,
  limit = 100,
): Paged<LedgerEntries[L]> {
  const type = typeless.includes(ledger) ? [] : filters.type;
  const listing: Listing = { ...filters, type, order: 'newest', limit, detail: 'summary' };
  return usePages([ledger, listing], (cursor, signal) =>
    api.ledger(ledger, { ...listing, cursor }, signal),
  );
}
