// Who holds which place, on an axis of time: a lane for each place.

import type { Control, DateSpan, Person } from '../../api/types';
import { strings } from '../../i18n';
import { formatDay, formatNumber, formatPercent } from '../../i18n/format';
import { StateShape, toneOf } from '../../parts/badges';
import { fitText, textWidth } from '../../parts/fitText';
import { addressHaving, SvgLink } from '../../parts/SvgLink';
import { timeDay } from '../../parts/days';
import { type DayScale, dayScale } from '../../parts/TimeAxis';
import { axisHeight, BetweenAxes, TimeLanes } from '../../parts/TimeLanes';
import { optionalText } from '../../router/query';
import { countryName, stateName } from '../../vocabulary';
import { colourOf, Hatching } from './colours';
import { Legend } from './Legend';
import { type DatedClaim, holdersOf, type Lane, lanesOf, type Segment } from './segments';
import { en } from './strings.en';
import { nb } from './strings.nb';

const laneHeight = 34;
const barHeight = 22;

const namesOf = (people: Person[]): string =>
  [...new Set(people.map((person) => person.name))].join(' / ');

/** What is written on a segment. */
function segmentName({ holder, claims, disputed }: Segment): string {
  const words = strings({ en, nb });
  const lost = namesOf(claims.flatMap(({ claim }) => claim.from));
  const share = claims.at(-1)?.claim.share ?? null;
  const change = stateName(claims.at(-1)?.claim.change ?? '').toLowerCase();
  const held = [namesOf(holder), change, share !== null && formatPercent(share)];
  const name = held[0] ? held.filter(Boolean).join(', ') : null;
  const instead = lost ? words.lostBy(lost) : words.nobody;
  return [disputed && `${words.disputed}: `, name ?? instead].filter(Boolean).join('');
}

const laneName = (lane: Lane): string => {
  const country = lane.place?.country ? countryName(lane.place.country) : '';
  const name = lane.place?.name || country;
  return country && country !== name ? `${name}, ${country}` : name;
};

interface LanesProps {
  entries: Control[];
  selected: string | null;
}

export function Lanes({ entries, selected }: LanesProps) {
  const words = strings({ en, nb });
  const lanes = lanesOf(entries);
  const segments = lanes.flatMap((lane) => lane.segments);
  const dated = segments.flatMap((segment) => segment.claims);
  const undated = entries.reduce((sum, entry) => sum + entry.claims.length, 0) - dated.length;
  const holders = holdersOf(lanes);
  return (
    <TimeLanes
      words={words}
      moments={segments.flatMap((segment) => [segment.begin, segment.sure])}
      undated={undated}
      legend={
        <Legend
          holders={holders}
          changes={[...new Set(dated.map(({ claim }) => claim.change))]}
          hatched={segments.some((segment) => segment.disputed || segment.contested)}
        />
      }
      lanesIn={(from, to) =>
        lanes.filter((lane) =>
          lane.segments.some((segment) => segment.begin < to && segment.sure > from),
        )
      }
      draw={(inWindow, shown, width) => (
        <Drawing lanes={inWindow} {...{ holders, shown, width, selected }} />
      )}
    />
  );
}

interface DrawingProps {
  lanes: Lane[];
  holders: string[];
  shown: DateSpan;
  width: number;
  selected: string | null;
}

function Drawing({ lanes, holders, shown, width, selected }: DrawingProps) {
  const words = strings({ en, nb });
  const narrow = width < 620;
  // On a narrow page the name of a place stands above its lane.
  const left = narrow ? 10 : Math.min(210, width * 0.24);
  const above = narrow ? 18 : 0;
  const height = laneHeight + above;
  const bottom = axisHeight + lanes.length * height;
  const scale = dayScale(shown.begin, shown.end, [left, width - 14]);
  const claims = lanes.flatMap((lane) => lane.segments.flatMap((segment) => segment.claims));
  return (
    <BetweenAxes
      label={words.chartLabel(formatNumber(claims.length), formatNumber(lanes.length))}
      {...{ scale, width, bottom }}
    >
      <Hatching id="control-hatching" />
      {lanes.map((lane, index) => (
        <g key={lane.key} transform={`translate(0,${axisHeight + index * height})`}>
          <line class="lane-line" x1={0} x2={width} y1={height} y2={height} />
          <text x={narrow ? left : 0} y={narrow ? 14 : laneHeight / 2 + 4}>
            {fitText(laneName(lane), narrow ? width - left : left - 20)}
            <title>{laneName(lane)}</title>
          </text>
          <g transform={`translate(0,${above + laneHeight / 2})`}>
            {lane.segments.map((segment) => (
              <SegmentBar key={segment.begin} {...{ segment, scale, holders }} />
            ))}
            {lane.segments.flatMap((segment) =>
              segment.claims.map((dated) => (
                <ClaimMark
                  key={dated.claim.report.id}
                  {...{ dated, segment, scale, lane }}
                  selected={selected === dated.entry}
                />
              )),
            )}
          </g>
        </g>
      ))}
    </BetweenAxes>
  );
}

interface SegmentBarProps {
  segment: Segment;
  scale: DayScale;
  holders: string[];
}

function SegmentBar({ segment, scale, holders }: SegmentBarProps) {
  const [left = 0, right = 0] = scale.range();
  const within = (time: number) => Math.min(Math.max(scale(time), left), right);
  const begin = within(segment.begin);
  const sure = Math.max(within(segment.sure), begin);
  const end = within(segment.end);
  const colour = colourOf(segment.code, holders);
  const name = segmentName(segment);
  // The last mark of the segment lies on its bar; the name comes after it.
  const mark = Math.max(within(segment.claims.at(-1)?.time ?? segment.begin) + 10, left);
  const inside = sure - mark - 4 >= textWidth(name);
  const from = inside ? mark : Math.max(mark, sure + 5);
  const text = fitText(name, (inside ? sure : end) - from - 6);
  const top = -barHeight / 2;
  if (end <= left || begin >= right) return null;
  return (
    <g>
      <line class={`control-rest ${colour}`} x1={sure} x2={end} y1={top + 2} y2={top + 2} />
      <rect
        class={`control-bar ${colour}`}
        x={begin}
        y={top}
        width={Math.max(sure - begin, 3)}
        height={barHeight}
        rx={2}
      />
      {(segment.disputed || segment.contested) && (
        <rect
          fill="url(#control-hatching)"
          x={begin}
          y={top}
          width={Math.max(sure - begin, 3)}
          height={barHeight}
        />
      )}
      {text && (
        <text x={from} y={5}>
          {text}
        </text>
      )}
    </g>
  );
}

interface ClaimMarkProps {
  dated: DatedClaim;
  segment: Segment;
  lane: Lane;
  scale: DayScale;
  selected: boolean;
}

function ClaimMark({ dated, segment, lane, scale, selected }: ClaimMarkProps) {
  const { claim, entry, time } = dated;
  const [left = 0, right = 0] = scale.range();
  const x = scale(time);
  if (x < left || x > right) return null;
  const label = [
    laneName(lane), formatDay(timeDay(time)), stateName(claim.change), segmentName(segment),
  ].filter(Boolean).join(', ');
  return (
    <SvgLink
      href={addressHaving('selected', optionalText, selected ? null : entry)}
      label={label}
      current={selected}
    >
      <rect class="hit" x={x - 12} y={-12} width={24} height={24} rx={4} />
      <g transform={`translate(${x - 8},-8)`}>
        <rect class="control-ground" width={16} height={16} rx={3} />
        <g class={`tone-${toneOf(claim.change)}`} transform="translate(2,2)">
          <StateShape state={claim.change} />
        </g>
      </g>
    </SvgLink>
  );
}
