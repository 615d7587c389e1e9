// Where the map looks: a centre and a zoom as of web maps. The world, in Mercator's projection, is
// 256 pixels wide at zoom 0 and twice as wide at each further one.

import { geoMercator, type GeoProjection } from 'd3-geo';
import { ZoomTransform, zoomIdentity } from 'd3-zoom';

export interface View {
  lon: number;
  lat: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A piece of the map, in degrees. West is greater than east where it lies across 180°. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface Point {
  lat: number;
  lon: number;
}

export const deepestZoom = 11;
const tile = 256;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

const worldSize = (zoom: number): number => tile * 2 ** zoom;

/** The zoom at which the world is as wide as the map. */
export const leastZoom = ({ width }: Size): number => Math.log2(Math.max(width, tile) / tile);

/** -180 up to 180, however often one has gone round the world. */
export const normalLongitude = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

// How far from the north edge of the world, 0 to 1.
const fractionOf = (lat: number): number =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + radians(clamp(lat, -85, 85)) / 2)) / (2 * Math.PI);
const latitudeAt = (fraction: number): number =>
  degrees(2 * Math.atan(Math.exp((0.5 - fraction) * 2 * Math.PI)) - Math.PI / 2);

/** The view, kept between the poles and the zooms that the map has. */
export function within(view: View, size: Size): View {
  const zoom = clamp(view.zoom, leastZoom(size), deepestZoom);
  const half = Math.min(size.height / 2 / worldSize(zoom), 0.5);
  const fraction = clamp(fractionOf(view.lat), half, 1 - half);
  return { lon: normalLongitude(view.lon), lat: latitudeAt(fraction), zoom };
}

/** The projection turns the globe to the centre, so the world has no edge in the east and west. */
export const projectionOf = (view: View, { width, height }: Size): GeoProjection =>
  geoMercator()
    .scale(worldSize(view.zoom) / (2 * Math.PI))
    .rotate([-view.lon, 0])
    .center([0, view.lat])
    .translate([width / 2, height / 2])
    .precision(0)
    .clipExtent([
      [-20, -20],
      [width + 20, height + 20],
    ]);

export function boxOf(view: View, { width, height }: Size): Box {
  const world = worldSize(view.zoom);
  const middle = fractionOf(view.lat);
  const south = latitudeAt(Math.min(middle + height / 2 / world, 1));
  const north = latitudeAt(Math.max(middle - height / 2 / world, 0));
  const half = (180 * width) / world;
  if (half >= 179.5) return { west: -180, south, east: 180, north };
  const west = normalLongitude(view.lon - half);
  return { west, south, east: normalLongitude(view.lon + half), north };
}

export function inside(box: Box, { lat, lon }: Point): boolean {
  if (lat < box.south || lat > box.north) return false;
  const between = box.west <= box.east;
  return between ? lon >= box.west && lon <= box.east : lon >= box.west || lon <= box.east;
}

/** The view in the terms of d3-zoom, and back. */
export function transformOf(view: View, { width, height }: Size): ZoomTransform {
  const world = worldSize(view.zoom);
  return zoomIdentity
    .translate(
      width / 2 - ((view.lon + 180) / 360) * world,
      height / 2 - fractionOf(view.lat) * world,
    )
    .scale(2 ** view.zoom);
}

export function viewOf(transform: ZoomTransform, size: Size): View {
  const zoom = Math.log2(transform.k);
  const world = worldSize(zoom);
  const lon = ((size.width / 2 - transform.x) / world) * 360 - 180;
  return within({ lon, lat: latitudeAt((size.height / 2 - transform.y) / world), zoom }, size);
}

/** The closest view that shows all points, with room for their circles. */
export function fit(points: Point[], size: Size): View {
  const world: View = { lon: 10, lat: 25, zoom: 0 };
  if (points.length === 0) return within(world, size);
  const lons = points.map((point) => point.lon);
  const fractions = points.map((point) => fractionOf(point.lat));
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [top, bottom] = [Math.min(...fractions), Math.max(...fractions)];
  const room = 60;
  const across = Math.max(size.width - 2 * room, 80) / tile / Math.max((east - west) / 360, 1e-6);
  const down = Math.max(size.height - 2 * room, 80) / tile / Math.max(bottom - top, 1e-6);
  const zoom = Math.min(Math.log2(Math.min(across, down)), 7);
  return within({ lon: (west + east) / 2, lat: latitudeAt((top + bottom) / 2), zoom }, size);
}

const rounded = (value: number, places: number) => Number(value.toFixed(places));

/** As it stands in the address. */
export const written = ({ lon, lat, zoom }: View): View => ({
  lon: rounded(lon, 4),
  lat: rounded(lat, 4),
  zoom: rounded(zoom, 2),
});

export const boxText = ({ west, south, east, north }: Box): string =>
  [west, south, east, north].map((value) => rounded(value, 3)).join(',');

export function boxFrom(text: string | null): Box | null {
  const numbers = (text ?? '').split(',').map(Number);
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return null;
  const [west, south, east, north] = numbers as [number, number, number, number];
  return { west, south, east, north };
}
