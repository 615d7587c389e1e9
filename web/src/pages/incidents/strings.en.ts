import type { Unit } from '../overview/period';
import type { UnitChoice } from './periods';

const units: Record<UnitChoice, string> = {
  auto: 'Fitting',
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
  year: 'Years',
};

const overTime: Record<Unit, string> = {
  day: 'Incidents by day',
  week: 'Incidents by week',
  month: 'Incidents by month',
  year: 'Incidents by year',
};

export const en = {
  title: 'Incidents',
  lead: 'Who did what to whom, where and when.',
  view: 'View',
  views: { both: 'Map and table', map: 'Map', table: 'Table' },

  map: 'Map',
  mapLabel: (count: string, circles: string) =>
    `Map of ${count} incidents in ${circles} circles. The figures are in the table below it.`,
  mapKeys: 'Map. Arrow keys move it, plus and minus zoom.',
  hint: 'Press a circle to see only what happened there. Arrow keys or dragging move the map, + '
    + 'and − or Ctrl and the wheel zoom; on a touch screen, two fingers.',
  placed: (count: string, total: string) =>
    `${count} of ${total} incidents have a place that can be shown.`,
  legend: 'A circle has the class that most of its incidents have; its area is their number',
  andMore: (place: string, more: number) => `${place} +${more}`,
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  onlyShown: 'Only what the map shows',
  credit: 'Natural Earth',
  noBasemap: 'Coasts and borders could not be fetched',
  circles: 'Circles on the map',
  commonest: 'Commonest type',
  class: 'Class',
  lat: 'Latitude',
  lon: 'Longitude',

  units,
  overTime,
  countBy: 'Count by',
  barsLabel: (title: string, count: string, first: string, last: string) =>
    `${title}: ${count} from ${first} to ${last}`,
  firstDay: 'First day',
  lastDay: 'Last day',
  types: 'Types of incidents',

  chosen: 'Chosen on the map',
  cut: (count: string) =>
    `The map shows too many places to list them all; these are the ${count} with most incidents. `
    + 'Zoom in to see the others.',
  nothingShown: 'Nothing happened in what the map shows. Move it, or zoom out.',
  who: 'Who to whom',
  toWhom: 'to',
  showPlace: (place: string) => `Show ${place} on the map`,
};

export type Strings = typeof en;
