// A table of rows: sorted by a heading once all rows are there, saved as CSV, shown page by page.

import type { ComponentChildren } from 'preact';
import { common } from '../i18n';
import { language } from '../i18n';
import { formatNumber } from '../i18n/format';
import { optionalText, useQuery } from '../router/query';
import { csv, download, fileName } from './download';

type Cell = string | number | null;

export interface Column<Row> {
  key: string;
  title: string;
  /** What is shown; without it, the value. */
  cell?: (row: Row) => ComponentChildren;
  /** What is sorted by and goes into the CSV file. */
  value: (row: Row) => Cell;
  numeric?: boolean;
  /** The column that names the row, read before each of its cells. One, at most. */
  rowHeader?: boolean;
  /** Long text: gets what width there is. */
  wide?: boolean;
}

/** How far rows have come that come page by page. */
interface Pages {
  complete: boolean;
  loading?: boolean;
  more?: () => void;
}

interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Without it, these are all rows there are. Only all together may they be sorted. */
  pages?: Pages;
  /** The parameter of the address that keeps the order; another for a second table of a page. */
  sortParameter?: string;
  /** No caption to be seen, where a heading says the same. */
  hideCaption?: boolean;
  /** Told of the row that is pointed at or has the focus; null when it is left. */
  onRow?: (row: Row | null) => void;
}

/** How many rows are drawn at most: a browser grows slow over more. */
const drawn = 2000;

function compare(a: Cell, b: Cell): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), language.value, { numeric: true });
}

function sorted<Row>(rows: Row[], column: Column<Row>, descending: boolean): Row[] {
  const empty = (row: Row) => column.value(row) === null || column.value(row) === '';
  return [...rows].sort((a, b) => {
    const order = compare(column.value(a), column.value(b));
    // What is unknown comes last in either order.
    return descending && !empty(a) && !empty(b) ? -order : order;
  });
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows } = props;
  const { complete, loading = false, more }: Pages = props.pages ?? { complete: true };
  const parameter = props.sortParameter ?? 'sort';
  const [query, setQuery] = useQuery({ [parameter]: optionalText });
  const sort = query[parameter] ?? '';
  const descending = sort.startsWith('-');
  const sortKey = descending ? sort.slice(1) : sort;
  const by = complete ? columns.find((column) => column.key === sortKey) : undefined;
  const shown = (by ? sorted(rows, by, descending) : rows).slice(0, drawn);
  const words = common();

  const choose = (column: Column<Row>) => {
    const next = by !== column ? column.key : descending ? null : `-${column.key}`;
    setQuery({ [parameter]: next });
  };
  const save = () => {
    const header = columns.map((column) => column.key);
    const cells = shown.map((row) => columns.map((column) => column.value(row)));
    download(fileName(caption, 'csv'), csv(header, cells));
  };

  return (
    <div class="data-table">
      <div class="table-scroll" role="region" tabIndex={0} aria-label={words.table.scroll(caption)}>
        <table aria-busy={loading}>
          <caption class={props.hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading
                  key={column.key}
                  column={column}
                  sortable={complete && rows.length > 1}
                  order={by !== column ? 'none' : descending ? 'descending' : 'ascending'}
                  choose={() => choose(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody onMouseLeave={() => props.onRow?.(null)} onFocusOut={() => props.onRow?.(null)}>
            {shown.map((row) => (
              <tr
                key={props.rowKey(row)}
                onMouseEnter={() => props.onRow?.(row)}
                onFocusIn={() => props.onRow?.(row)}
              >
                {columns.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="table-foot">
        <p role="status">
          {loading ? words.loading : words.results(formatNumber(shown.length), !complete)}
        </p>
        {!complete && more && (
          <button type="button" class="primary" disabled={loading} onClick={more}>
            {words.table.more}
          </button>
        )}
        {rows.length > 0 && (
          <button type="button" onClick={save}>
            {complete ? words.table.csv : words.table.csvShown}
          </button>
        )}
      </div>
    </div>
  );
}

interface HeadingProps<Row> {
  column: Column<Row>;
  sortable: boolean;
  order: 'none' | 'ascending' | 'descending';
  choose: () => void;
}

function Heading<Row>({ column, sortable, order, choose }: HeadingProps<Row>) {
  const kind = column.numeric ? 'numeric' : undefined;
  if (!sortable) {
    return (
      <th scope="col" class={kind}>
        {column.title}
      </th>
    );
  }
  return (
    <th scope="col" class={kind} aria-sort={order}>
      <button type="button" class="sort" onClick={choose}>
        {column.title}
        <span aria-hidden="true" class="sort-mark">
          {order === 'none' ? '' : order === 'ascending' ? '▲' : '▼'}
        </span>
      </button>
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = column.value(row);
  const plain = typeof value === 'number' ? formatNumber(value) : value;
  const content = column.cell ? column.cell(row) : <bdi>{plain ?? '–'}</bdi>;
  const kind = [column.numeric && 'numeric', column.wide && 'wide'].filter(Boolean).join(' ');
  if (column.rowHeader) {
    return (
      <th scope="row" class={kind}>
        {content}
      </th>
    );
  }
  return <td class={kind}>{content}</td>;
}
