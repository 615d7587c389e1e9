// The figures of bars over time.

import { common } from '../i18n';
import { type Column, DataTable } from './DataTable';
import type { TimeBar } from './TimeBars';

interface BarTableProps {
  title: string;
  bars: TimeBar[];
  /** The days of a bar. */
  days: Column<TimeBar>[];
  sortParameter: string;
}

export function BarTable({ title, bars, days, sortParameter }: BarTableProps) {
  const incidents = common().nav.incidents;
  return (
    <DataTable
      caption={title}
      hideCaption
      columns={[
        ...days,
        { key: 'count', title: incidents, numeric: true, value: (bar) => bar.count },
      ]}
      rows={bars}
      rowKey={(bar) => bar.since}
      sortParameter={sortParameter}
    />
  );
}
