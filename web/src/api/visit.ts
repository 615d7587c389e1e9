// When an analyst was last here. A visit ends with some hours of absence; what counts as new are
// articles published since the newest one that the store had in the visit before.

import type { Day } from './types';

interface Visit {
  /** The newest article of the visit before this one. */
  before: Day;
  /** The newest article seen in this visit. */
  latest: Day;
  /** When this visit was last alive, in milliseconds. */
  at: number;
}

const key = 'varde.visit';
const absence = 6 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

export function daysBefore(from: Day, days: number): Day {
  return new Date(Date.parse(from) - days * day).toISOString().slice(0, 10);
}

/** Whoever has never been here is shown a week. */
export function nextVisit(kept: Visit | null, latest: Day, now: number): Visit {
  if (!kept) return { before: daysBefore(latest, 7), latest, at: now };
  if (now - kept.at > absence) return { before: kept.latest, latest, at: now };
  return { ...kept, latest, at: now };
}

function read(): Visit | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Visit> | null;
    return kept?.before && kept.latest && kept.at ? (kept as Visit) : null;
  } catch {
    return null;
  }
}

/** Notes that somebody is here, with a store whose newest article is of the day `latest`. */
export function noteVisit(latest: Day): Visit {
  const visit = nextVisit(read(), latest, Date.now());
  localStorage.setItem(key, JSON.stringify(visit));
  return visit;
}

/** Takes another day as that of the last visit. */
export function setLastVisit(before: Day): void {
  const kept = read();
  if (kept) localStorage.setItem(key, JSON.stringify({ ...kept, before }));
}
