// Counts of incidents as a ranked list, each with a bar beside the others.

import type { Loaded } from '../api/hooks';
import type { Count, Counts } from '../api/types';
import { common } from '../i18n';
import { formatNumber } from '../i18n/format';
import { type Column, DataTable } from './DataTable';
import { ShareBar } from './ShareBar';
import { Answer, Empty } from './States';

interface CountTableProps {
  title: string;
  of: Loaded<Counts>;
  /** What was counted. */
  column: Column<Count>;
  /** How many were asked for, where there may be more. */
  limit?: number;
  sortParameter: string;
}

const countColumn = (most: number): Column<Count> => ({
  key: 'count',
  title: common().nav.incidents,
  numeric: true,
  value: ({ count }) => count,
  cell: ({ count }) => (
    <span class="share">
      <ShareBar value={count} most={most} />
      {formatNumber(count)}
    </span>
  ),
});

export function CountTable(props: CountTableProps) {
  const { title, of, column, limit = Infinity, sortParameter } = props;
  return (
    <Answer of={of}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty />
        ) : (
          <DataTable
            caption={title}
            hideCaption
            columns={[column, countColumn(Math.max(...items.map(({ count }) => count)))]}
            rows={items}
            rowKey={({ key, country }) => `${key} ${country ?? ''}`}
            pages={{ complete: items.length < limit }}
            sortParameter={sortParameter}
          />
        )
      }
    </Answer>
  );
}
