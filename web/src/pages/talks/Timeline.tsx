// Talks on an axis of time, a lane for each forum.

import type { DateSpan, Talks } from '../../api/types';
import { strings } from '../../i18n';
import { formatDay, formatNumber, formatSpan } from '../../i18n/format';
import { StateShape, toneOf } from '../../parts/badges';
import { fitText, textWidth } from '../../parts/fitText';
import { addressHaving, SvgLink } from '../../parts/SvgLink';
import { partiesText, placeText } from '../../parts/texts';
import { type DayScale, dayScale } from '../../parts/TimeAxis';
import { axisHeight, BetweenAxes, TimeLanes } from '../../parts/TimeLanes';
import { optionalText } from '../../router/query';
import { countryName, stateName } from '../../vocabulary';
import { countriesOf, type Lane, lanesOf, type Mark, rowsOf } from './lanes';
import { Legend } from './Legend';
import { en } from './strings.en';
import { nb } from './strings.nb';

const rowHeight = 28;

/** What a lane is called: its forum, else the countries that talk, else where they do. */
function laneName(lane: Lane): string {
  const newestFirst = lane.marks.map((mark) => mark.talks).reverse();
  const format = newestFirst.find((talks) => talks.format)?.format;
  const countries = countriesOf(newestFirst[0]!).slice(0, 4).map((code) => countryName(code));
  const place = placeText(newestFirst[0]!.place);
  return format || countries.join(' – ') || place || strings({ en, nb }).between;
}

function markLabel({ talks, dated }: Mark): string {
  const words = strings({ en, nb });
  const reported = talks.first_report ? formatDay(talks.first_report) : '';
  const day = dated ? formatSpan(talks.date) : `${reported} (${words.published})`;
  return [stateName(talks.state), day, placeText(talks.place), partiesText(talks.participants)]
    .filter(Boolean)
    .join(', ');
}

interface TimelineProps {
  talks: Talks[];
  selected: string | null;
}

export function Timeline({ talks, selected }: TimelineProps) {
  const words = strings({ en, nb });
  const lanes = lanesOf(talks);
  const marks = lanes.flatMap((lane) => lane.marks);
  return (
    <TimeLanes
      words={words}
      moments={marks.flatMap((mark) => [firstDay(mark), mark.end])}
      undated={talks.length - marks.length}
      legend={<Legend states={[...new Set(marks.map((mark) => mark.talks.state))]} />}
      lanesIn={(from, to) =>
        lanes
          .map((lane) => ({
            ...lane,
            marks: lane.marks.filter((mark) => firstDay(mark) < to && mark.end > from),
          }))
          .filter((lane) => lane.marks.length > 0)
      }
      draw={(inWindow, shown, width) => (
        <Drawing lanes={inWindow} {...{ shown, width, selected }} />
      )}
    />
  );
}

const firstDay = (mark: Mark): number => mark.announced ?? mark.begin;

interface DrawingProps {
  lanes: Lane[];
  shown: DateSpan;
  width: number;
  selected: string | null;
}

function Drawing({ lanes, shown, width, selected }: DrawingProps) {
  const words = strings({ en, nb });
  const narrow = width < 620;
  // On a narrow page the name of a lane stands above it.
  const left = narrow ? 8 : Math.min(250, width * 0.28);
  const above = narrow ? 18 : 0;
  const scale = dayScale(shown.begin, shown.end, [left, width - 16]);
  let top = axisHeight;
  const placed = lanes.map((lane) => {
    const places = lane.marks.map((mark) => placeOf(mark, scale));
    const rows = rowsOf(places, 4);
    const y = top;
    const height = above + (Math.max(...rows) + 1) * rowHeight;
    top += height + 4;
    return { lane, rows, y, height };
  });
  const count = lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
  return (
    <BetweenAxes
      label={words.chartLabel(formatNumber(count), formatNumber(lanes.length))}
      scale={scale}
      width={width}
      bottom={top}
    >
      {placed.map(({ lane, rows, y, height }) => (
        <g key={lane.key} transform={`translate(0,${y})`}>
          <line class="lane-line" x1={0} x2={width} y1={height + 2} y2={height + 2} />
          <text x={narrow ? left : 0} y={narrow ? 13 : rowHeight / 2 + 4}>
            {fitText(laneName(lane), narrow ? width - left : left - 16)}
            <title>{laneName(lane)}</title>
          </text>
          <g transform={`translate(0,${above})`}>
            <LaneMarks lane={lane} rows={rows} scale={scale} selected={selected} />
          </g>
        </g>
      ))}
    </BetweenAxes>
  );
}

/** Where a mark is drawn: at least as wide as a finger is. */
function placeOf(mark: Mark, scale: DayScale): { begin: number; end: number; at: number } {
  const [left = 0, right = 0] = scale.range();
  const within = (time: number) => Math.min(Math.max(scale(time), left), right);
  const begin = within(mark.begin);
  const end = within(mark.end);
  const at = (begin + end) / 2;
  return { begin: Math.min(begin, at - 12), end: Math.max(end, at + 12), at };
}

/** From one round to the next, above what else lies between them. */
const arc = (x1: number, y1: number, x2: number, y2: number): string =>
  `M${x1},${y1}Q${(x1 + x2) / 2},${Math.min(y1, y2) - 9} ${x2},${y2}`;

interface LaneMarksProps {
  lane: Lane;
  rows: number[];
  scale: DayScale;
  selected: string | null;
}

function LaneMarks({ lane, rows, scale, selected }: LaneMarksProps) {
  const places = lane.marks.map((mark) => placeOf(mark, scale));
  const y = (index: number) => (rows[index] ?? 0) * rowHeight + rowHeight / 2;
  const indexOf = new Map(lane.marks.map((mark, index) => [mark.talks.id, index]));
  const right = scale.range()[1] ?? 0;
  // How far a name may go: to the next mark of the same row, or its announcement.
  const room = (index: number) => {
    const next = rows.findIndex((row, other) => other > index && row === rows[index]);
    const announced = lane.marks[next]?.announced ?? null;
    const from = announced === null ? (places[next]?.begin ?? right + 12) : scale(announced);
    return from - places[index]!.end - 12;
  };
  return (
    <>
      {lane.marks.map((mark, index) => {
        const before = indexOf.get(mark.talks.previous ?? '');
        if (before === undefined) return null;
        const path = arc(places[before]!.at, y(before) - 7, places[index]!.at, y(index) - 7);
        return <path key={mark.talks.id} class="talks-round" d={path} />;
      })}
      {lane.marks.map((mark, index) => (
        <MarkLink
          key={mark.talks.id}
          mark={mark}
          scale={scale}
          y={y(index)}
          room={room(index)}
          selected={selected === mark.talks.id}
        />
      ))}
    </>
  );
}

interface MarkLinkProps {
  mark: Mark;
  scale: DayScale;
  y: number;
  room: number;
  selected: boolean;
}

function MarkLink({ mark, scale, y, room, selected }: MarkLinkProps) {
  const { talks, announced } = mark;
  const { begin, end, at } = placeOf(mark, scale);
  const [left = 0] = scale.range();
  const from = scale(mark.begin);
  const to = scale(mark.end);
  const told = announced === null ? null : Math.max(scale(announced), left);
  const name = [stateName(talks.state), talks.place?.name].filter(Boolean).join(', ');
  return (
    <>
      <SvgLink
        href={addressHaving('selected', optionalText, selected ? null : talks.id)}
        label={markLabel(mark)}
        current={selected}
      >
        <rect class="hit" x={begin} y={y - 12} width={end - begin} height={24} rx={4} />
        {to - from > 14 && (
          <rect
            class="talks-span"
            x={Math.max(from, left)}
            y={y - 4}
            width={Math.max(to - Math.max(from, left), 0)}
            height={8}
            rx={2}
          />
        )}
        {told !== null && (
          <>
            <line class="talks-wait" x1={told} x2={at} y1={y} y2={y} />
            <circle class="talks-announced" cx={told} cy={y} r={4} />
          </>
        )}
        <g
          class={mark.dated ? undefined : 'talks-undated'}
          transform={`translate(${at - 7},${y - 7})`}
        >
          <rect class="talks-ground" width={14} height={14} rx={3} />
          <g class={`tone-${toneOf(talks.state)}`} transform="translate(1,1)">
            <StateShape state={talks.state} />
          </g>
        </g>
      </SvgLink>
      {room > Math.min(textWidth(name), 60) && (
        <text class="talks-note" aria-hidden="true" x={end + 3} y={y + 4}>
          {fitText(name, room)}
        </text>
      )}
    </>
  );
}
