// What is new in the changes since a day.

import type { Ceasefire, Day, Entry, Report, Step, Toll } from '../../api/types';

const since = (report: Report | null, day: Day): boolean =>
  report?.published != null && report.published >= day;

/** Whether the first article that tells of an entry came on the day or later. */
export const isFresh = (entry: Entry, day: Day): boolean =>
  entry.first_report !== null && entry.first_report >= day;

export interface Turn {
  ceasefire: Ceasefire;
  before: Step | null;
  now: Step;
}

/** Ceasefires whose state articles since the day have changed, and what it was before. */
export function turnsSince(entries: Entry[], day: Day): Turn[] {
  const turns: Turn[] = [];
  for (const ceasefire of entries) {
    if (ceasefire.kind !== 'ceasefire') continue;
    const { history } = ceasefire;
    const first = history.findIndex((step) => since(step.report, day));
    const now = history.at(-1);
    if (first < 0 || !now) continue;
    turns.push({ ceasefire, before: history[first - 1] ?? null, now });
  }
  return turns.sort((a, b) => lastDay(b).localeCompare(lastDay(a)));
}

const lastDay = (turn: Turn): Day => turn.ceasefire.last_report ?? '';

/** Figures in dispute to which articles since the day have added a claim. */
export function disputesSince(entries: Entry[], day: Day): Toll[] {
  return entries.filter(
    (entry): entry is Toll =>
      entry.kind === 'toll' &&
      entry.disputed &&
      entry.claims.some((claim) => !claim.part && since(claim.report, day)),
  );
}

export const kindsInOrder = [
  'ceasefire', 'toll', 'control', 'talks', 'resolution', 'incident',
] as const satisfies Entry['kind'][];

const place = (entry: Entry): number => kindsInOrder.indexOf(entry.kind);

/** What was reported last comes first; of one day, what weighs most. */
export const byReport = (entries: Entry[]): Entry[] =>
  [...entries].sort(
    (a, b) =>
      (b.last_report ?? '').localeCompare(a.last_report ?? '') || place(a) - place(b),
  );

/** How many of each kind there are, and how many of those are new. */
export function countKinds(entries: Entry[], day: Day) {
  return kindsInOrder.map((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    const fresh = ofKind.filter((entry) => isFresh(entry, day)).length;
    return { kind, count: ofKind.length, fresh };
  });
}
