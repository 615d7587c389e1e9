// Whether a party of an entry is the actor that a page is about: by code or by name.

import type { Actor, Person } from '../../api/types';
import { folded } from '../../parts/folded';
import { countryCodes } from '../../vocabulary/countries';

export type Same = (person: Person) => boolean;

/** `RUS` and `RUS:MIL` are codes of sides; a name is anything else. */
export function isCode(name: string): boolean {
  const [country = '', sectors, ...rest] = name.split(':');
  const wellFormed = sectors === undefined || /^[A-Z]{3}(\+[A-Z]{3})*$/.test(sectors);
  return rest.length === 0 && wellFormed && countryCodes.includes(country);
}

/** The actor of the register that bears this name, among those that the server found. */
export const named = (name: string, found: Actor[]): Actor | null =>
  found.find((actor) => folded(actor.name) === folded(name)) ??
  found.find((actor) => namesOf(actor).some((other) => folded(other) === folded(name))) ??
  null;

const namesOf = (actor: Actor): string[] =>
  [actor.name, actor.canonical, ...actor.names].filter((each) => each !== null);

export function sameAs(name: string, actor: Actor | null): Same {
  if (isCode(name)) {
    const [country, sectors = ''] = name.split(':');
    const wanted = sectors.split('+').filter(Boolean);
    return (person) =>
      person.country === country && wanted.every((sector) => person.sector.includes(sector));
  }
  const names = new Set([name, ...(actor ? namesOf(actor) : [])].map(folded));
  return ({ name: called, canonical }) =>
    names.has(folded(called)) || (canonical !== null && names.has(folded(canonical)));
}

export type Role = 'did' | 'received' | 'both' | 'other';

export function roleIn(entry: { actor: Person[]; recipient: Person[] }, same: Same): Role {
  const did = entry.actor.some(same);
  const received = entry.recipient.some(same);
  if (did && received) return 'both';
  if (did) return 'did';
  return received ? 'received' : 'other';
}
