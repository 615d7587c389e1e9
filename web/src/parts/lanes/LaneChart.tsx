// Ceasefires as lanes, one below another, over one axis of days. A stretch is filled while the
// ceasefire holds, hatched while it is said to be broken, an outline while it is talked of or has
// been agreed and not yet begun.

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { DateSpan } from '../../api/types';
import { strings } from '../../i18n';
import { formatDay } from '../../i18n/format';
import { stateName } from '../../vocabulary';
import { entryAddress } from '../addresses';
import { StateShape, toneOf } from '../badges';
import { dayTime, oneDay } from '../days';
import { type DayScale, dayScale, TimeAxis } from '../TimeAxis';
import { useWidth } from '../useWidth';
import { fitText } from '../fitText';
import { Key, StateKeys } from '../Legend';
import { SvgLink } from '../SvgLink';
import type { Lane } from './lanes';
import { en } from './strings.en';
import { nb } from './strings.nb';
import './lanes.css';

interface LaneChartProps {
  label: string;
  lanes: Lane[];
  shown: DateSpan;
  violations: boolean;
  /** Without names and links, for one lane on its own page. */
  single?: boolean;
}

const laneHeight = 50;
const axisHeight = 26;
const barHeight = 12;
/** The bar's middle, from the top of its lane; the name stands above it. */
const middle = 34;

export function LaneChart({ label, lanes, shown, violations, single = false }: LaneChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const hatch = useId();
  const days = dayScale(shown.begin, shown.end, [8, Math.max(width - 8, 60)]);
  const bottom = lanes.length * laneHeight + 6;
  return (
    <div ref={frame}>
      <svg
        role={single ? 'img' : 'group'}
        aria-label={label}
        width={width}
        height={bottom + axisHeight}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect class="lane-hatch-ground" width="6" height="6" />
            <path class="lane-hatch" d="M-1 7 7-1M2 10l8-8M-4 4l8-8" />
          </pattern>
        </defs>
        <TimeAxis scale={days} y={bottom} gridTo={0} />
        {lanes.map((lane, index) => (
          <g key={lane.ceasefire.id} transform={`translate(0,${index * laneHeight})`}>
            <LaneLink lane={lane} single={single} width={width}>
              <LaneBar lane={lane} days={days} hatch={hatch} />
              {violations && <Violations lane={lane} days={days} />}
            </LaneLink>
          </g>
        ))}
      </svg>
    </div>
  );
}

function laneName(lane: Lane): string {
  const { area, parties } = lane.ceasefire;
  const names = parties.map(({ name }) => name).join(', ');
  return [area?.name, names].filter(Boolean).join(' · ') || strings({ en, nb }).unnamed;
}

function laneStory(lane: Lane): string {
  const words = strings({ en, nb });
  const steps = lane.stretches.map(({ state, from }) => `${stateName(state)} ${formatDay(from)}`);
  const count = lane.ceasefire.violations.length;
  return [laneName(lane), ...steps, count > 0 && words.violations(count)]
    .filter(Boolean)
    .join('; ');
}

interface LaneLinkProps {
  lane: Lane;
  single: boolean;
  width: number;
  children: ComponentChildren;
}

function LaneLink({ lane, single, width, children }: LaneLinkProps) {
  if (single) return <>{children}</>;
  const name = laneName(lane);
  return (
    <SvgLink href={entryAddress(lane.ceasefire.id)} label={laneStory(lane)}>
      <rect class="hit" width={width} height={laneHeight} />
      <text x="8" y="16">
        {fitText(name, width - 16)}
      </text>
      {children}
    </SvgLink>
  );
}

interface PartProps {
  lane: Lane;
  days: DayScale;
}

function LaneBar({ lane, days, hatch }: PartProps & { hatch: string }) {
  const [left = 0, right = 0] = days.range();
  const at = (day: string, end = false) =>
    Math.min(Math.max(days(dayTime(day) + (end ? oneDay : 0)), left), right);
  const last = lane.stretches.at(-1);
  return (
    <>
      {lane.agreed && (
        <line
          class="lane-agreed"
          x1={at(lane.agreed.from)}
          x2={at(lane.agreed.to, true)}
          y1={middle + 11}
          y2={middle + 11}
        />
      )}
      {lane.silentUntil && last && (
        <line
          class="lane-silent"
          x1={at(last.to, true)}
          x2={at(lane.silentUntil, true)}
          y1={middle}
          y2={middle}
        />
      )}
      {lane.stretches.map((stretch, index) => (
        <StretchBar
          key={index}
          x={at(stretch.from)}
          // A state lasts until the day on which the next begins; the last one, through its day.
          end={at(stretch.to, stretch === last)}
          state={stretch.state}
          hatch={hatch}
        />
      ))}
      {lane.stretches.map(({ state, from }, index) => {
        const x = days(dayTime(from));
        if (x < left || x > right) return null;
        return (
          <g key={index} transform={`translate(${x - 6},${middle - 6})`}>
            <circle class="lane-mark-ground" cx="6" cy="6" r="8.5" />
            <g class={`tone-${toneOf(state)}`}>
              <StateShape state={state} />
            </g>
          </g>
        );
      })}
    </>
  );
}

interface StretchBarProps {
  x: number;
  end: number;
  state: string;
  hatch: string;
}

function StretchBar({ x, end, state, hatch }: StretchBarProps) {
  const tone = toneOf(state);
  if (tone === 'bad' || tone === 'over' || end <= x) return null;
  return (
    <rect
      class={`lane-stretch lane-${state === 'agreed' ? 'ahead' : tone}`}
      fill={tone === 'doubt' ? `url(#${hatch})` : undefined}
      x={x}
      width={Math.max(end - x, 2)}
      y={middle - barHeight / 2}
      height={barHeight}
      rx="2"
    />
  );
}

function Violations({ lane, days }: PartProps) {
  const [left = 0, right = 0] = days.range();
  return (
    <g class="lane-violations">
      {lane.ceasefire.violations.map(({ incident, date }) => {
        const x = days(dayTime(date.begin));
        if (x < left || x > right) return null;
        return <path key={incident} d={`M${x - 4} ${middle - 14}h8l-4 7z`} />;
      })}
    </g>
  );
}

/** What the marks of a lane mean. */
export function LaneLegend({ states }: { states: string[] }) {
  const words = strings({ en, nb });
  return (
    <ul class="legend" aria-label={words.legend}>
      <StateKeys states={states} />
      <Key width={20} name={words.violation}>
        <path class="lane-violations" d="M6 3h8l-4 7z" />
      </Key>
      <Key width={20} name={words.agreed}>
        <line class="lane-agreed" x2="20" y1="6" y2="6" />
      </Key>
      <Key width={20} name={words.silent}>
        <line class="lane-silent" x2="20" y1="6" y2="6" />
      </Key>
    </ul>
  );
}
