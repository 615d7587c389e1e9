// Coasts and borders of Natural Earth (public domain), by world-atlas: files of their own, fetched
// when a map is first shown, and the finer one when one has zoomed in.

import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarseAddress from 'world-atlas/countries-110m.json?url';
import fineAddress from 'world-atlas/countries-50m.json?url';
import { useEffect, useState } from 'preact/hooks';
import type { Box } from './view';

interface Country {
  shape: Feature<Geometry>;
  box: Box;
}

type Detail = 'coarse' | 'fine';

const addresses: Record<Detail, string> = { coarse: coarseAddress, fine: fineAddress };

const finerFrom = 3.6;

function positions(geometry: Geometry): Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
}

function boundsOf(geometry: Geometry): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon = 0, lat = 0] of positions(geometry)) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

function countriesOf(topology: Topology<{ countries: GeometryCollection }>): Country[] {
  return feature(topology, topology.objects.countries).features.map((shape) => ({
    shape,
    box: boundsOf(shape.geometry),
  }));
}

const fetched: Partial<Record<Detail, Promise<Country[]>>> = {};

function fetchCountries(detail: Detail): Promise<Country[]> {
  fetched[detail] ??= fetch(addresses[detail])
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then(countriesOf)
    .catch((error: unknown) => {
      delete fetched[detail];
      throw error;
    });
  return fetched[detail];
}

interface Basemap {
  countries: Country[];
  /** It could not be fetched: there is a map all the same, of circles alone. */
  failed: boolean;
}

export function useBasemap(zoom: number): Basemap {
  const [basemap, setBasemap] = useState<Basemap>({ countries: [], failed: false });
  const detail: Detail = zoom >= finerFrom ? 'fine' : 'coarse';
  useEffect(() => {
    let wanted = true;
    fetchCountries(detail).then(
      (countries) => wanted && setBasemap({ countries, failed: false }),
      () =>
        wanted && setBasemap(({ countries }) => ({ countries, failed: countries.length === 0 })),
    );
    return () => {
      wanted = false;
    };
  }, [detail]);
  return basemap;
}

function meets(a: Box, b: Box): boolean {
  if (a.south > b.north || b.south > a.north) return false;
  if (b.west > b.east) return a.east >= b.west || a.west <= b.east;
  return a.west <= b.east && b.west <= a.east;
}

/** The countries of which something is to be seen: the others need not be drawn. */
export const visible = (countries: Country[], box: Box): FeatureCollection => ({
  type: 'FeatureCollection',
  features: countries.filter((country) => meets(country.box, box)).map(({ shape }) => shape),
});
