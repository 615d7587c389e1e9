// The circles that the map shows, as a table: for those who use a keyboard or listen.

import type { MapCell } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { TypeBadge } from '../../parts/badges';
import { type Column, DataTable } from '../../parts/DataTable';
import { quadName } from '../../vocabulary';
import { commonest, quadOfCell } from './cells';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface CellTableProps {
  cells: MapCell[];
  nameOf: (cell: MapCell) => string;
  isChosen: (cell: MapCell) => boolean;
  choose: (cell: MapCell) => void;
}

export function CellTable({ cells, nameOf, isChosen, choose }: CellTableProps) {
  const words = strings({ en, nb });
  const columns: Column<MapCell>[] = [
    {
      key: 'place',
      title: common().fields.place,
      rowHeader: true,
      value: nameOf,
      cell: (cell) => (
        <button
          type="button"
          class="toggle"
          aria-pressed={isChosen(cell)}
          onClick={() => choose(cell)}
        >
          <bdi>{nameOf(cell)}</bdi>
        </button>
      ),
    },
    { key: 'count', title: words.title, numeric: true, value: (cell) => cell.count },
    {
      key: 'type',
      title: words.commonest,
      value: (cell) => commonest(cell.types),
      cell: (cell) => (
        <>
          <TypeBadge type={commonest(cell.types)} />{' '}
          <span class="muted">{formatNumber(cell.types[commonest(cell.types)] ?? 0)}</span>
        </>
      ),
    },
    { key: 'quad', title: words.class, value: (cell) => quadName(quadOfCell(cell)) },
    { key: 'lat', title: words.lat, numeric: true, value: (cell) => cell.lat },
    { key: 'lon', title: words.lon, numeric: true, value: (cell) => cell.lon },
  ];
  return (
    <DataTable
      caption={words.circles}
      hideCaption
      columns={columns}
      rows={cells}
      rowKey={(cell) => `${cell.lat} ${cell.lon}`}
      sortParameter="circles"
    />
  );
}
