// Circles of the map. What stands for the four classes is told by outline and filling as much as by
// colour: dashed is cooperation, filled is what was done rather than said.

import { formatNumber } from '../../i18n/format';
import type { MapCell } from '../../api/types';
import { quadOfCell } from './cells';
import type { Label } from './labels';

export interface PlacedCell {
  key: string;
  cell: MapCell;
  x: number;
  y: number;
  radius: number;
  chosen: boolean;
  name: string;
}

interface CirclesProps {
  cells: PlacedCell[];
  labels: Label[];
  choose: (cell: MapCell) => void;
}

export function Circles({ cells, labels, choose }: CirclesProps) {
  return (
    <>
      {cells.map(({ key, cell, x, y, radius, chosen, name }) => (
        <g key={key} transform={`translate(${x},${y})`}>
          {chosen && <circle class="incidents-chosen" r={radius + 4} />}
          <circle
            class={`incidents-circle incidents-quad-${quadOfCell(cell)}`}
            r={radius}
            onClick={() => choose(cell)}
          >
            <title>{`${name}: ${formatNumber(cell.count)}`}</title>
          </circle>
          {radius >= 11 && (
            <text class={`incidents-count incidents-on-${quadOfCell(cell)}`} aria-hidden="true">
              {formatNumber(cell.count)}
            </text>
          )}
        </g>
      ))}
      {labels.map((label) => (
        <text
          key={label.key}
          class="incidents-name"
          x={label.x}
          y={label.y}
          text-anchor={label.anchor}
        >
          {label.text}
        </text>
      ))}
    </>
  );
}
