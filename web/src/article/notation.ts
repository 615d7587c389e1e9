// How corrections write parties, places and days (docs/ledgers.md, “Corrections”).

import type { DateSpan, Person } from '../api/types';

type Party = Pick<Person, 'name' | 'country' | 'sector'>;

/** `RUS:GOV+MIL`, always with the colon: without it the server takes a code for a name. */
const codeOf = (party: Party): string => `${party.country ?? ''}:${party.sector.join('+')}`;

export function partyNotation(party: Party): string {
  const code = codeOf(party);
  if (!party.name) return code;
  return code === ':' ? party.name : `${party.name} (${code})`;
}

export const partiesNotation = (parties: Party[]): string =>
  parties.map(partyNotation).join('; ');

/** An article may say “the country” and no name: then only the country stands after the comma. */
export function placeNotation(
  place: { name: string | null; country: string | null } | null,
): string {
  const name = place?.name ?? '';
  return place?.country ? `${name}, ${place.country}` : name;
}

export function daysNotation(span: DateSpan | null): string {
  if (!span) return '';
  return span.begin === span.end ? span.begin : `${span.begin}/${span.end}`;
}

/** The first and the last day of what a correction writes; both empty when none is known. */
export function daysOf(notation: string): { begin: string; end: string } {
  const [begin = '', end = begin] = notation.split('/');
  return { begin, end };
}

const bareCode = /^([A-Z]{3})$/;
const codeInBrackets = /\(([A-Z]{3})\)$/;

/** What was typed, as the server reads it: a country without a sector gets its colon. */
export const tidyParties = (typed: string): string =>
  typed
    .split(';')
    .map((party) => party.trim())
    .filter(Boolean)
    .map((party) => party.replace(bareCode, '$1:').replace(codeInBrackets, '($1:)'))
    .join('; ');

/** For people: a country without a sector has no colon. */
export const shownParties = (notation: string): string => notation.replace(/:(?=\)|;|$)/g, '');
