// The filters of the API, in the query string of every page that has them.

import type { Filters } from '../api/types';
import { day, list, optionalNumber, readQuery, useQuery, type Write, writeQuery } from './query';
import { location } from './router';

export const filterSchema = {
  actor: list,
  country: list,
  place: list,
  type: list,
  source: list,
  since: day,
  until: day,
  as_of: day,
  min_reports: optionalNumber,
};

export const noFilters: Filters = readQuery(filterSchema, '');

/** The filters in the address and how to change some of them. */
export function useFilters(): [Filters, (changes: Partial<Filters>, options?: Write) => void] {
  return useQuery(filterSchema);
}

/** An address with the filters that are set now, so that they go along from page to page. */
export function withFilters(path: string): string {
  const filters = readQuery(filterSchema, location.value.search);
  return path + writeQuery(filterSchema, '', filters);
}

/** An address with the given filters. */
export function addressWith(path: string, filters: Partial<Filters>): string {
  return path + writeQuery(filterSchema, '', filters);
}
