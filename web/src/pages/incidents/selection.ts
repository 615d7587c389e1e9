// What is chosen on the map: some places, or all that the map shows. The table, the bars and the
// types show only that. It stands in the address beside the filters, and narrows them.

import type { Filters } from '../../api/types';
import { type Codec, list, oneOf, optionalText, useQuery } from '../../router/query';
import { type NamedPlace, mostNames } from './cells';
import { boxFrom, inside, type View } from './view';

const coordinate: Codec<number | null> = {
  read: (values) => (values[0] && Number.isFinite(Number(values[0])) ? Number(values[0]) : null),
  write: (value) => (value === null ? [] : [String(value)]),
};

export const views = ['both', 'map', 'table'] as const;

export const schema = {
  view: oneOf(views, 'both'),
  lon: coordinate,
  lat: coordinate,
  zoom: coordinate,
  at: list,
  box: optionalText,
};

export const useMapQuery = () => useQuery(schema);

/** The view that the address gives, if it gives one. */
export function viewIn(query: { lon: number | null; lat: number | null; zoom: number | null }) {
  const { lon, lat, zoom } = query;
  return lon === null || lat === null || zoom === null ? null : ({ lon, lat, zoom } as View);
}

interface Selection {
  /** The places that count; null where all do. */
  names: string[] | null;
  /** There are more than can be asked for: these are the most frequent. */
  cut: boolean;
}

const everything: Selection = { names: null, cut: false };

/** What is chosen; undefined while it is not known which places the map shows. */
export function selectionOf(
  { at, box }: { at: string[]; box: string | null },
  places: NamedPlace[] | null,
): Selection | undefined {
  if (at.length > 0) return { names: at.slice(0, mostNames), cut: at.length > mostNames };
  const piece = boxFrom(box);
  if (!piece) return everything;
  if (!places) return undefined;
  const shown = places.filter((place) => inside(piece, place)).map((place) => place.name);
  const names = [...new Set(shown)];
  return { names: names.slice(0, mostNames), cut: names.length > mostNames };
}

export const narrowed = (filters: Filters, { names }: Selection): Filters =>
  names ? { ...filters, place: names } : filters;
