// Ceasefires as lanes over a stretch of time that can be moved and zoomed; it is in the address.

import { type ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Ceasefire, DateSpan, Day } from '../../api/types';
import { strings } from '../../i18n';
import { formatSpan } from '../../i18n/format';
import { ChartFrame } from '../../parts/ChartFrame';
import { LaneChart, LaneLegend } from '../../parts/lanes/LaneChart';
import { type Lane, lanesOf, silentIn, wholeSpan, within } from '../../parts/lanes/lanes';
import { moved } from '../../parts/spans';
import { Empty } from '../../parts/States';
import { TimeWindow, useTimeWindow } from '../../parts/TimeWindow';
import { flag, oneOf, useQuery, type Write } from '../../router/query';
import { ceasefireStates } from '../../vocabulary';
import { CeasefireTable } from './CeasefireTable';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface TimelineProps {
  ceasefires: Ceasefire[];
  today: Day;
}

export function Timeline({ ceasefires, today }: TimelineProps) {
  const ids = ceasefires.map(({ id }) => id).join();
  const lanes = useMemo(() => lanesOf(ceasefires, today), [ids, today]);
  const all = wholeSpan(lanes);
  const undated = ceasefires.length - lanes.length;
  if (!all) return <Empty />;
  return <Lanes lanes={lanes} all={all} undated={undated} />;
}

interface LanesProps {
  lanes: Lane[];
  all: DateSpan;
  undated: number;
}

function Lanes({ lanes, all, undated }: LanesProps) {
  const words = strings({ en, nb });
  const [query, setQuery] = useQuery({ marks: oneOf(['all', 'none'], 'all'), silent: flag });
  const [span, show] = useTimeWindow(all);
  const shown = lanes
    .filter((lane) => within(lane, span))
    .filter((lane) => query.silent || !silentIn(lane, span));
  const states = ceasefireStates.filter((state) => occurs(state, shown));

  return (
    <ChartFrame
      title={words.timeline}
      description={words.timelineLead}
      legend={<LaneLegend states={states} />}
      controls={
        <>
          <Check
            name={words.showViolations}
            checked={query.marks === 'all'}
            toggle={() => setQuery({ marks: query.marks === 'all' ? 'none' : 'all' })}
          />
          <Check
            name={words.showSilent}
            checked={query.silent}
            toggle={() => setQuery({ silent: !query.silent })}
          />
          <TimeWindow all={all} shown={span} show={show} />
        </>
      }
      table={
        <CeasefireTable items={shown.map((lane) => lane.ceasefire)} sortParameter="figures" />
      }
    >
      {shown.length === 0 ? (
        <Empty title={words.noneHere}>{formatSpan(span)}</Empty>
      ) : (
        <Draggable span={span} all={all} show={show}>
          <LaneChart
            label={words.timelineLabel(shown.length, formatSpan(span))}
            lanes={shown}
            shown={span}
            violations={query.marks === 'all'}
          />
        </Draggable>
      )}
      {undated > 0 && <p class="muted">{words.undated(undated)}</p>}
    </ChartFrame>
  );
}

const occurs = (state: string, lanes: Lane[]): boolean =>
  lanes.some((lane) => lane.stretches.some((stretch) => stretch.state === state));

interface CheckProps {
  name: string;
  checked: boolean;
  toggle: () => void;
}

function Check({ name, checked, toggle }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={toggle} />
      {name}
    </label>
  );
}

interface DraggableProps {
  span: DateSpan;
  all: DateSpan;
  show: (span: DateSpan, options: Write) => void;
  children: ComponentChildren;
}

/** Moves what is shown as the pointer is dragged; buttons do the same for those without one. */
function Draggable({ span, all, show, children }: DraggableProps) {
  const start = useRef<{ x: number; span: DateSpan } | null>(null);
  const dragged = useRef(false);
  const begin = (event: PointerEvent) => {
    if (event.button === 0) start.current = { x: event.clientX, span };
    dragged.current = false;
  };
  const move = (event: PointerEvent) => {
    if (!start.current || event.buttons === 0) return;
    const by = start.current.x - event.clientX;
    if (Math.abs(by) < 4 && !dragged.current) return;
    dragged.current = true;
    const { clientWidth } = event.currentTarget as HTMLElement;
    show(moved(start.current.span, all, by / clientWidth), { replace: true });
  };
  const stop = () => {
    start.current = null;
    // The click that a drag ends with comes first, and is then seen to be none.
    setTimeout(() => (dragged.current = false));
  };
  return (
    <div
      class="timeline-drag"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerLeave={stop}
      // A drag that ends upon a lane is no click on it; nor is a link itself dragged.
      onClickCapture={(event) => dragged.current && event.preventDefault()}
      onDragStart={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
