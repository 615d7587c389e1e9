// Talks put into lanes: rounds that follow each other, forums of one name, and talks between the
// same countries share one.

import type { Talks } from '../../api/types';
import { dayTime, oneDay } from '../../parts/days';

export interface Mark {
  talks: Talks;
  /** When it was first announced, if that was before; in milliseconds, as are the others. */
  announced: number | null;
  /** From the first moment of the first day to the last of the last. */
  begin: number;
  end: number;
  /** False where only the day of publication is known. */
  dated: boolean;
}

export interface Lane {
  key: string;
  marks: Mark[];
}

/** Countries of those who take part, each once, in the order of the entry. */
export const countriesOf = (talks: Talks): string[] => [
  ...new Set(talks.participants.map((party) => party.country).filter((code) => code !== null)),
];

/** The talks on the axis of time; null when nobody says or published any day. */
export function markOf(talks: Talks): Mark | null {
  const day = talks.date?.begin ?? talks.first_report;
  if (!day) return null;
  const begin = dayTime(day);
  const planned = talks.history.find((step) => step.state === 'planned');
  const told = planned?.date?.begin ?? planned?.report?.published;
  const announced = told ? dayTime(told) : null;
  return {
    talks,
    announced: announced !== null && announced < begin ? announced : null,
    begin,
    end: dayTime(talks.date?.end ?? day) + oneDay,
    dated: talks.date !== null,
  };
}

/** What talks may share with others of their lane. */
function ties(talks: Talks): string[] {
  const countries = countriesOf(talks).sort();
  return [
    `round ${talks.id}`,
    talks.previous ? `round ${talks.previous}` : '',
    talks.format ? `format ${talks.format.toLowerCase()}` : '',
    countries.length > 1 ? `countries ${countries.join(' ')}` : '',
  ].filter(Boolean);
}

/** Lanes of those talks that have a day, the lane with the newest talks first. */
export function lanesOf(all: Talks[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const talks of all) {
    const mark = markOf(talks);
    if (!mark) continue;
    const keys = ties(talks);
    const found = new Set(keys.flatMap((key) => lanes.get(key) ?? []));
    const lane: Lane = { key: talks.id, marks: [mark] };
    for (const other of found) lane.marks.push(...other.marks);
    for (const each of lane.marks) ties(each.talks).forEach((key) => lanes.set(key, lane));
  }
  const newest = (lane: Lane) => Math.max(...lane.marks.map((mark) => mark.begin));
  const distinct = [...new Set(lanes.values())];
  for (const lane of distinct) {
    lane.marks.sort((a, b) => a.begin - b.begin || a.talks.id.localeCompare(b.talks.id));
    lane.key = lane.marks[0]?.talks.id ?? lane.key;
  }
  return distinct.sort((a, b) => newest(b) - newest(a) || a.key.localeCompare(b.key));
}

/**
 * The row of each mark within its lane, so that none lies on another: `begin` and `end` are where
 * it is to be drawn.
 */
export function rowsOf(places: { begin: number; end: number }[], gap: number): number[] {
  const ends: number[] = [];
  return places.map(({ begin, end }) => {
    const free = ends.findIndex((last) => last + gap <= begin);
    const row = free < 0 ? ends.length : free;
    ends[row] = end;
    return row;
  });
}
