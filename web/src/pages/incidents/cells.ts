// What the server gathers in the cells of a grid (docs/api.md, /map), and which places lie in one.

import { scaleSqrt } from 'd3-scale';
import type { Count, MapCell } from '../../api/types';
import { quadOf } from '../../vocabulary';
import { type Box, normalLongitude, type Point } from './view';

export interface NamedPlace extends Point {
  name: string;
}

export const placesOf = (items: Count[]): NamedPlace[] =>
  items.flatMap(({ key, lat, lon }) =>
    lat === null || lat === undefined || lon === null || lon === undefined
      ? []
      : [{ name: key, lat, lon }],
  );

/** The zoom to ask the server for, so that circles stand some thirty to sixty pixels apart. */
export const gridZoom = (zoom: number): number =>
  Math.min(Math.max(Math.round(zoom - 0.35), 0), 12);

/** How wide a cell is, in degrees. */
export const cellWidth = (grid: number): number => 45 / 2 ** grid;

const keyOf = ({ lat, lon }: Point, width: number): string =>
  `${Math.floor(lat / width)} ${Math.floor(lon / width)}`;

/** The places of each cell, the most frequent first. */
export function placesByCell(places: NamedPlace[], grid: number): Map<string, NamedPlace[]> {
  const cells = new Map<string, NamedPlace[]>();
  for (const place of places) {
    const key = keyOf(place, cellWidth(grid));
    cells.set(key, [...(cells.get(key) ?? []), place]);
  }
  return cells;
}

/** The names to filter by for what a cell holds; at most so many as the server takes. */
export function namesOf(
  cell: MapCell,
  grid: number,
  cells: Map<string, NamedPlace[]>,
): string[] {
  const found = cells.get(keyOf(cell, cellWidth(grid)))?.map((place) => place.name) ?? [];
  const names = found.length > 0 ? found : cell.place ? [cell.place] : [];
  return [...new Set(names)].slice(0, mostNames);
}

export const mostNames = 50;

/** The type that most incidents of a cell have. */
export function commonest(types: Record<string, number>): string {
  const [first] = Object.entries(types).sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
  return first?.[0] ?? '';
}

export const quadOfCell = (cell: MapCell): number => quadOf(commonest(cell.types));

/** Circles grow by area. */
export const radiusScale = (cells: MapCell[]) =>
  scaleSqrt()
    .domain([0, Math.max(10, ...cells.map((cell) => cell.count))])
    .range([4, 22]);

/** The box out to the edges of its cells: small movements need not be asked for. */
export function snapped(box: Box, grid: number): Box {
  const width = cellWidth(grid);
  const down = (value: number) => Math.floor(value / width) * width;
  const up = (value: number) => Math.ceil(value / width) * width;
  const south = Math.max(down(box.south), -90);
  const north = Math.min(up(box.north), 90);
  const whole = box.west === -180 && box.east === 180;
  const [west, east] = whole ? [-180, 180] : [down(box.west), up(box.east)];
  const span = box.west <= box.east ? east - west : east - west + 360;
  if (whole || span >= 360) return { west: -180, south, east: 180, north };
  // The 180th meridian is 180 as an eastern edge, and -180 as a western one.
  const eastern = east === 180 ? 180 : normalLongitude(east);
  return { west: normalLongitude(west), south, east: eastern, north };
}
