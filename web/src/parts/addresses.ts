// Where things are in the workbench.

import { location } from '../router/router';

/**
 * The page of an entry, by the id of any of its reports. Whoever looks at a ledger as it was known
 * on a day sees its entries so, too.
 */
export function entryAddress(id: string): string {
  const asOf = new URLSearchParams(location.value.search).get('as_of');
  return asOf ? `/entries/${id}?as_of=${encodeURIComponent(asOf)}` : `/entries/${id}`;
}

/** The article of a report, opened at the report's words. */
export function readerAddress(report: string): string {
  const [document = '', record = ''] = report.split('/');
  return `/reader/${document}?record=${record}`;
}

export const documentAddress = (key: string): string => `/reader/${key}`;

/** The page of an actor, by a name or by a code such as RUS:MIL. */
export const actorAddress = (name: string): string => `/actors?name=${encodeURIComponent(name)}`;
