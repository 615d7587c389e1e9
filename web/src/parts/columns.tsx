// Columns that the tables of several ledgers have in common.

import type { DateSpan, Entry, Person, Place } from '../api/types';
import { common } from '../i18n';
import { formatPercent } from '../i18n/format';
import { stateName, typeName } from '../vocabulary';
import { entryAddress } from './addresses';
import { Confidence, StateBadge, TypeBadge } from './badges';
import type { Column } from './DataTable';
import { PlainText } from './PlainText';
import { DateText, partiesText, PartyList, PlaceText, placeText } from './texts';

/** The day of an entry, linked to its page: the column that names the row. */
export const dateColumn = <E extends Entry>(
  date: (entry: E) => DateSpan | null,
): Column<E> => ({
  key: 'date',
  title: common().fields.date,
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

export const placeColumn = <Row,>(place: (row: Row) => Place | null): Column<Row> => ({
  key: 'place',
  title: common().fields.place,
  value: (row) => placeText(place(row)),
  cell: (row) => <PlaceText place={place(row)} />,
});

export const partiesColumn = <Row,>(
  key: string,
  title: string,
  parties: (row: Row) => Person[],
): Column<Row> => ({
  key,
  title,
  value: (row) => partiesText(parties(row)),
  cell: (row) => <PartyList parties={parties(row)} />,
});

/** What share of a place somebody holds. */
export const shareColumn = <Row,>(
  title: string,
  share: (row: Row) => number | null,
): Column<Row> => ({
  key: 'share',
  title,
  numeric: true,
  value: share,
  cell: (row) => {
    const part = share(row);
    return part === null ? '–' : formatPercent(part);
  },
});

export const quoteColumn = <E extends Entry>(): Column<E> => ({
  key: 'quote',
  title: common().fields.quote,
  wide: true,
  value: (entry) => entry.quote ?? null,
  cell: (entry) => <bdi><PlainText>{entry.quote ?? ''}</PlainText></bdi>,
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
