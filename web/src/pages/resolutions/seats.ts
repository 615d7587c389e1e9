// Who sits where when a vote is drawn as a chamber: those in favour first, then those who
// abstained, those of whom nothing is known, and those against.

import type { Resolution } from '../../api/types';

export type Vote = 'in_favour' | 'abstained' | 'unknown' | 'against';

export const voteOrder: readonly Vote[] = ['in_favour', 'abstained', 'unknown', 'against'];

export interface Seat {
  vote: Vote;
  /** The country that is known to have voted so. */
  country: string | null;
  veto: boolean;
}

/** Members of a body whose number is fixed. The Security Council had eleven until 1966. */
function membersOf({ body, date }: Resolution): number | null {
  if (body !== 'UNSC') return null;
  return date && date.end < '1966-01-01' ? 11 : 15;
}

const named = ({ votes }: Resolution, vote: string): string[] =>
  Object.keys(votes).filter((country) => votes[country] === vote).sort();

const vetoing = (resolution: Resolution): Set<string | null> =>
  new Set(resolution.vetoed_by.map((party) => party.country));

/** How many voted how. Those who are named count also where no report gives the number. */
export function tallyOf(resolution: Resolution): Record<Vote, number> {
  const count = (given: number | null, vote: string) =>
    Math.max(given ?? 0, named(resolution, vote).length);
  const tally = {
    in_favour: count(resolution.in_favour, 'in_favour'),
    abstained: count(resolution.abstained, 'abstained'),
    unknown: 0,
    against: count(resolution.against, 'against'),
  };
  const members = membersOf(resolution);
  const known = tally.in_favour + tally.abstained + tally.against;
  if (members !== null) tally.unknown = Math.max(members - known, 0);
  return tally;
}

/** The seats of the chamber; null where the body has no fixed number, or the votes exceed it. */
export function seatsOf(resolution: Resolution): Seat[] | null {
  const members = membersOf(resolution);
  const tally = tallyOf(resolution);
  if (members === null || tally.unknown === members) return null;
  const vetoes = vetoing(resolution);
  const seats = voteOrder.flatMap((vote) => {
    const countries = named(resolution, vote);
    return Array.from({ length: tally[vote] }, (_, index): Seat => {
      const country = countries[index] ?? null;
      return { vote, country, veto: vote === 'against' && country !== null && vetoes.has(country) };
    });
  });
  return seats.length === members ? seats : null;
}
