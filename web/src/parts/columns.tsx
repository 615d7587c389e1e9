// Columns that the tables of several ledgers have in common.

import type { DateSpan, Entry, Party, Place } from '../api/types';
import { common } from '../i18n';
import { stateName, typeName } from '../vocabulary';
import { entryAddress } from './addresses';
import { Confidence, StateBadge, TypeBadge } from './badges';
import type { Column } from './DataTable';
import { DateText, partiesText, PartyList, PlaceText, placeText } from './texts';

/** The day of an entry, linked to its page: the column that names the row. */
export const dateColumn = <E extends Entry>(
  date: (entry: E) => DateSpan | null,
  title = common().fields.date,
): Column<E> => ({
  key: 'date',
  title,
  rowHeader: true,
  value: (entry) => date(entry)?.begin ?? null,
  cell: (entry) => (
    <a href={entryAddress(entry.id)}>
      <DateText date={date(entry)} />
    </a>
  ),
});

export const stateColumn = <E extends { state: string }>(): Column<E> => ({
  key: 'state',
  title: common().fields.state,
  value: (entry) => stateName(entry.state),
  cell: (entry) => <StateBadge state={entry.state} />,
});

export const typeColumn = <E extends { type: string }>(): Column<E> => ({
  key: 'type',
  title: common().fields.type,
  value: (entry) => typeName(entry.type),
  cell: (entry) => <TypeBadge type={entry.type} />,
});

export const placeColumn = <E extends Entry>(
  place: (entry: E) => Place | null,
  title = common().fields.place,
): Column<E> => ({
  key: 'place',
  title,
  value: (entry) => placeText(place(entry)),
  cell: (entry) => <PlaceText place={place(entry)} />,
});

export const partiesColumn = <E extends Entry>(
  key: string,
  title: string,
  parties: (entry: E) => Party[],
): Column<E> => ({
  key,
  title,
  value: (entry) => partiesText(parties(entry)),
  cell: (entry) => <PartyList parties={parties(entry)} />,
});

export const quoteColumn = <E extends Entry>(): Column<E> => ({
  key: 'quote',
  title: common().fields.quote,
  wide: true,
  value: (entry) => entry.quote ?? null,
  cell: (entry) => <bdi>{entry.quote ?? ''}</bdi>,
});

export const reportsColumn = <E extends Entry>(): Column<E> => ({
  key: 'reports',
  title: common().fields.reports,
  numeric: true,
  value: (entry) => entry.reports,
});

export const confidenceColumn = <E extends Entry>(): Column<E> => ({
  key: 'confidence',
  title: common().fields.confidence,
  value: (entry) => entry.confidence,
  cell: (entry) => <Confidence value={entry.confidence} />,
});
