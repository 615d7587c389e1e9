// The claims of one source, each an interval at its day of publication, its number beside it.

import { strings } from '../../i18n';
import { formatDay, formatRange } from '../../i18n/format';
import { dayTime } from '../../parts/days';
import { type DayScale } from '../../parts/TimeAxis';
import type { Mark } from './lanes';
import type { NumberScale } from './scales';
import { half, spread } from './spread';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface ClaimMarksProps {
  marks: Mark[];
  days: DayScale;
  numbers: NumberScale;
}

const letter = 6.7;

/** What stands beside a claim: its number, and of whom it is if not of people at large. */
export function markText({ low, high, who, part }: Mark, partly: string): string {
  const of = who && who !== 'people' ? ` ${who}` : '';
  return `${formatRange(low, high)}${of}${part ? ` (${partly})` : ''}`;
}

export function ClaimMarks({ marks, days, numbers }: ClaimMarksProps) {
  const words = strings({ en, nb });
  const [, right = 0] = days.range();
  const signs = marks.map((mark) => {
    const text = markText(mark, words.part);
    const y = textHeight(mark, numbers);
    return { mark, text, x: days(dayTime(mark.day)), y, width: text.length * letter };
  });
  const places = spread(signs, right);
  return (
    <>
      {signs.map(({ mark, text, y }, index) => {
        const { x, leftward } = places[index]!;
        return (
          <g key={mark.key} transform={`translate(${x},0)`}>
            <Interval mark={mark} numbers={numbers} />
            <text
              class="tolls-number"
              x={leftward ? -half - 5 : half + 5}
              y={y}
              text-anchor={leftward ? 'end' : 'start'}
            >
              {text}
            </text>
            <title>{`${formatDay(mark.day)}: ${text}`}</title>
          </g>
        );
      })}
    </>
  );
}

function textHeight({ low, high }: Mark, numbers: NumberScale): number {
  const [bottom = 0, top = 0] = numbers.range();
  const middle = (numbers(low ?? high ?? 0) + numbers(high ?? low ?? 0)) / 2;
  return Math.min(Math.max(middle, top + 2), bottom - 7);
}

/** The classes of a claim's bar. */
export const kindOf = ({ replaced, part }: Mark): string =>
  ['tolls-claim', replaced && 'tolls-replaced', part && 'tolls-part'].filter(Boolean).join(' ');

function Interval({ mark, numbers }: { mark: Mark; numbers: NumberScale }) {
  const { low, high } = mark;
  const [bottom = 0] = numbers.range();
  const kind = kindOf(mark);
  if (low !== null && high !== null) {
    const top = numbers(high) - 2.5;
    const height = numbers(low) - numbers(high) + 5;
    return <rect class={kind} x={-half} width={2 * half} y={top} height={height} rx="1.5" />;
  }
  if (low !== null) return <path class={kind} d={arrow(numbers(low), -1)} />;
  return <path class={kind} d={arrow(Math.min(numbers(high ?? 0), bottom), 1)} />;
}

/** A short bar with a point: the number, and that it may be more (up) or fewer (down). */
function arrow(from: number, direction: 1 | -1): string {
  const neck = from + direction * 8;
  const tip = from + direction * 16;
  const start = from - direction * 2.5;
  return `M${-half} ${start}H${half}V${neck}H${half + 3}L0 ${tip}L${-half - 3} ${neck}H${-half}Z`;
}
