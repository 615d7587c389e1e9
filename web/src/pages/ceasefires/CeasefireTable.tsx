// Ceasefires as a table: a view of its own, and what the timeline shows in figures.

import type { Paged } from '../../api/hooks';
import type { Ceasefire, Day, Step } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay } from '../../i18n/format';
import { entryAddress } from '../../parts/addresses';
import {
  confidenceColumn, partiesColumn, reportsColumn, stateColumn,
} from '../../parts/columns';
import { type Column, DataTable } from '../../parts/DataTable';
import { DateText, PlaceText, placeText } from '../../parts/texts';
import { stateName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface CeasefireTableProps {
  items: Ceasefire[];
  pages?: Paged<Ceasefire>;
  sortParameter?: string;
}

function steps({ history }: Ceasefire, written: (day: Day) => string): string {
  const step = ({ state, date, report }: Step) => {
    const day = date?.begin ?? report?.published;
    return day ? `${stateName(state)} ${written(day)}` : stateName(state);
  };
  return history.map(step).join(' → ');
}

export function CeasefireTable({ items, pages, sortParameter }: CeasefireTableProps) {
  const words = strings({ en, nb });
  const { fields } = common();
  const columns: Column<Ceasefire>[] = [
    {
      key: 'area',
      title: fields.area,
      rowHeader: true,
      value: ({ area }) => placeText(area),
      cell: ({ id, area }) => (
        <a href={entryAddress(id)}>{area ? <PlaceText place={area} /> : words.unnamed}</a>
      ),
    },
    stateColumn(),
    partiesColumn('parties', fields.parties, ({ parties }) => parties),
    {
      key: 'begin',
      title: words.begins,
      value: ({ begin_date }) => begin_date?.begin ?? null,
      cell: ({ begin_date }) => (begin_date ? <DateText date={begin_date} /> : '–'),
    },
    {
      key: 'end',
      title: words.ends,
      value: ({ end_date }) => end_date?.end ?? null,
      cell: ({ end_date }) => (end_date ? <DateText date={end_date} /> : '–'),
    },
    {
      key: 'history',
      title: words.history,
      wide: true,
      value: (ceasefire) => steps(ceasefire, (day) => day),
      cell: (ceasefire) => steps(ceasefire, formatDay),
    },
    {
      key: 'violations',
      title: words.allegedViolations,
      numeric: true,
      value: ({ violations }) => violations.length,
    },
    reportsColumn(),
    confidenceColumn(),
  ];
  return (
    <DataTable
      caption={words.title}
      hideCaption
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      pages={pages}
      sortParameter={sortParameter}
    />
  );
}
