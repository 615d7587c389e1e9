// The map: countries, circles, and the place of the row that is pointed at.

import type { Signal } from '@preact/signals';
import { geoPath } from 'd3-geo';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MapCell } from '../../api/types';
import { strings } from '../../i18n';
import { useWidth } from '../../parts/useWidth';
import { useBasemap, visible } from './basemap';
import { radiusScale } from './cells';
import { Circles, type PlacedCell } from './Circles';
import { placeLabels } from './labels';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { useGestures } from './useGestures';
import { boxOf, type Point, projectionOf, type Size, type View, within } from './view';

export interface MarkedPlace extends Point {
  name: string;
}

interface WorldMapProps {
  label: string;
  cells: MapCell[];
  isChosen: (cell: MapCell) => boolean;
  choose: (cell: MapCell) => void;
  nameOf: (cell: MapCell) => string;
  /** Where to look, once it is known how large the map is. */
  viewFor: (size: Size) => View;
  /** Where one looks after having moved. */
  settle: (view: View, size: Size) => void;
  marked: Signal<MarkedPlace | null>;
  resized: (size: Size) => void;
}

const step = 80;

/** What a key does to the view. */
function moved(key: string, view: View, size: Size): View | null {
  const world = 256 * 2 ** view.zoom;
  const across = (360 * step) / world;
  const projection = projectionOf(view, size);
  const [x, y] = [size.width / 2, size.height / 2];
  const latAt = (dy: number) => projection.invert?.([x, y + dy])?.[1] ?? view.lat;
  switch (key) {
    case 'ArrowLeft':
      return { ...view, lon: view.lon - across };
    case 'ArrowRight':
      return { ...view, lon: view.lon + across };
    case 'ArrowUp':
      return { ...view, lat: latAt(-step) };
    case 'ArrowDown':
      return { ...view, lat: latAt(step) };
    case '+':
    case '=':
      return { ...view, zoom: view.zoom + 0.5 };
    case '-':
      return { ...view, zoom: view.zoom - 0.5 };
    default:
      return null;
  }
}

const sizeFor = (width: number): Size => ({
  width,
  height: Math.round(Math.min(Math.max(width * 0.62, 260), 560)),
});

/** Measures what room there is; nothing is drawn, nor asked for, before that is known. */
export function WorldMap(props: WorldMapProps) {
  const [frame, width] = useWidth<HTMLDivElement>(0);
  const size = sizeFor(width);
  useEffect(() => {
    if (width > 0) props.resized(size);
  }, [width]);
  return <div ref={frame}>{width > 0 && <MovableMap {...props} size={size} />}</div>;
}

function MovableMap({ size, ...props }: WorldMapProps & { size: Size }) {
  const words = strings({ en, nb });
  const frame = useRef<HTMLDivElement>(null);
  const target = props.viewFor(size);
  const [view, setView] = useState(target);
  useEffect(() => setView(target), [target.lon, target.lat, target.zoom, size.width]);

  const settle = (next: View) => {
    setView(next);
    props.settle(next, size);
  };
  useGestures(frame, view, size, { move: setView, settle });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moved(event.key, view, size);
    if (!next) return;
    event.preventDefault();
    settle(within(next, size));
  };

  return (
    <div
      ref={frame}
      class="incidents-map"
      role="application"
      aria-label={words.mapKeys}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Drawing {...props} view={view} size={size} />
    </div>
  );
}

interface DrawingProps extends WorldMapProps {
  view: View;
  size: Size;
}

function Drawing({ view, size, ...props }: DrawingProps) {
  const words = strings({ en, nb });
  const basemap = useBasemap(view.zoom);
  const projection = useMemo(
    () => projectionOf(view, size),
    [view.lon, view.lat, view.zoom, size.width, size.height],
  );
  const land = useMemo(
    () => geoPath(projection)(visible(basemap.countries, boxOf(view, size))) ?? '',
    [projection, basemap.countries],
  );
  const radius = radiusScale(props.cells);
  const placed: PlacedCell[] = props.cells.flatMap((cell) => {
    const [x, y] = projection([cell.lon, cell.lat]) ?? [-99, -99];
    const r = radius(cell.count);
    if (x < -r || y < -r || x > size.width + r || y > size.height + r) return [];
    const name = props.nameOf(cell);
    const chosen = props.isChosen(cell);
    return [{ key: `${cell.lat} ${cell.lon}`, cell, x, y, radius: r, chosen, name }];
  });
  const labels = placeLabels(
    placed.map(({ name, ...circle }) => ({ ...circle, text: name })),
    size.width,
  );
  return (
    <svg
      role="img"
      aria-label={props.label}
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
    >
      <rect class="incidents-sea" width={size.width} height={size.height} />
      <path class="incidents-land" d={land} />
      <Circles cells={placed} labels={labels} choose={props.choose} />
      <Mark
        marked={props.marked}
        project={(point) => projection([point.lon, point.lat])}
        size={size}
      />
      <text class="incidents-credit" x={size.width - 6} y={size.height - 7} text-anchor="end">
        {basemap.failed ? words.noBasemap : words.credit}
      </text>
    </svg>
  );
}

interface MarkProps {
  marked: Signal<MarkedPlace | null>;
  project: (point: Point) => [number, number] | null;
  size: Size;
}

/** Where the row pointed at happened; at the edge, hollow, where that lies outside the map. */
function Mark({ marked, project, size }: MarkProps) {
  const place = marked.value;
  const at = place && project(place);
  if (!place || !at) return null;
  const x = Math.min(Math.max(at[0], 8), size.width - 8);
  const y = Math.min(Math.max(at[1], 8), size.height - 8);
  const outside = x !== at[0] || y !== at[1];
  const leftward = x > size.width / 2;
  return (
    <g class="incidents-mark" transform={`translate(${x},${y})`}>
      {!outside && <path d="M-14 0h8M6 0h8M0-14v8M0 6v8" />}
      <circle r={outside ? 5 : 10} />
      <text x={leftward ? -16 : 16} text-anchor={leftward ? 'end' : 'start'}>
        {place.name}
      </text>
    </g>
  );
}
