// Claims side by side on one scale of numbers, source by source and in the order of publication:
// bars that do not lie over each other exclude each other.

import { formatDay, formatNumber } from '../../i18n/format';
import { strings } from '../../i18n';
import { useWidth } from '../../parts/useWidth';
import { kindOf, markText } from './ClaimMarks';
import { type Lane, type Limits, type Mark } from './lanes';
import { type NumberScale, numberScale, numberTicks } from './scales';
import { en } from './strings.en';
import { nb } from './strings.nb';

const nameHeight = 24;
const rowHeight = 22;
const left = 96;
const right = 120;

interface NumberChartProps {
  label: string;
  lanes: Lane[];
  limits: Limits;
  band: Limits | null;
}

export function NumberChart({ label, lanes, limits, band }: NumberChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const numbers = numberScale(limits, [left, Math.max(width - right, left + 60)]);
  const heights = lanes.map((lane) => nameHeight + lane.marks.length * rowHeight + 6);
  const bottom = heights.reduce((sum, height) => sum + height, 0);
  const topOf = (index: number) => heights.slice(0, index).reduce((sum, each) => sum + each, 0);
  return (
    <div ref={frame}>
      <svg role="img" aria-label={label} width={width} height={bottom + 26}>
        {band && (
          <rect
            class="tolls-band"
            x={numbers(band.low) - 2}
            width={numbers(band.high) - numbers(band.low) + 4}
            height={bottom}
          />
        )}
        <g class="axis" aria-hidden="true">
          {numberTicks(numbers, limits, 4).map((tick) => (
            <g key={tick} transform={`translate(${numbers(tick)},0)`}>
              <line y2={bottom + 4} />
              <text y={bottom + 18} text-anchor="middle">
                {formatNumber(tick)}
              </text>
            </g>
          ))}
        </g>
        {lanes.map((lane, index) => (
          <g key={lane.source} transform={`translate(0,${topOf(index)})`}>
            <rect
              class="tolls-strip"
              x={left}
              y={nameHeight}
              width={Math.max(width - left, 0)}
              height={lane.marks.length * rowHeight}
            />
            <text class="tolls-source" x="0" y={nameHeight - 8}>
              {lane.name}
            </text>
            {lane.marks.map((mark, row) => (
              <g key={mark.key} transform={`translate(0,${nameHeight + (row + 0.5) * rowHeight})`}>
                <Row mark={mark} numbers={numbers} />
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

function Row({ mark, numbers }: { mark: Mark; numbers: NumberScale }) {
  const words = strings({ en, nb });
  const { low, high } = mark;
  const from = numbers(low ?? high ?? 0);
  const to = numbers(high ?? low ?? 0);
  const open = low === null || high === null;
  const text = to + (high === null ? 22 : 8);
  return (
    <>
      <text class="tolls-day" x={left - 10} text-anchor="end" dominant-baseline="central">
        {formatDay(mark.day)}
      </text>
      {open ? (
        <path class={kindOf(mark)} d={arrow(from, high === null ? 1 : -1)} />
      ) : (
        <rect
          class={kindOf(mark)}
          x={from - 2.5}
          width={to - from + 5}
          y="-4"
          height="8"
          rx="1.5"
        />
      )}
      <text class="tolls-number" x={text}>
        {markText(mark, words.part)}
      </text>
    </>
  );
}

function arrow(from: number, direction: 1 | -1): string {
  const neck = from + direction * 8;
  const tip = from + direction * 16;
  return `M${from - direction * 2.5} -4V4H${neck}V7L${tip} 0L${neck} -7V-4Z`;
}
