// What codes are called. A code that nobody has named here is shown as it is.

import { language, strings } from '../i18n';
import { countryCodes, countryName } from './countries';
import { en, type Vocabulary } from './en';
import { nb } from './nb';

export { countryName } from './countries';

const pair = { en, nb };

type Group = keyof Vocabulary;

function named(group: Group, code: string): string {
  const words: Record<string, string> = strings(pair)[group];
  return words[code] ?? code;
}

/** The name of a PLOVER type, a kind of toll or a change of control. */
export function typeName(code: string): string {
  const { types, tolls, states } = strings(pair) as Record<Group, Record<string, string>>;
  return types[code] ?? tolls[code] ?? states[code] ?? code;
}

export const stateName = (code: string) => named('states', code);
export const modeName = (code: string) => named('modes', code);
export const sectorName = (code: string) => named('sectors', code);
export const quadName = (quad: number) => named('quads', String(quad));
export const certaintyName = (code: string) => named('certainties', code);
export const purposeName = (code: string) => named('purposes', code);
export const actorTypeName = (code: string) => named('actorTypes', code);
export const contradictionName = (field: string) => named('fields', field);
export const articleLanguageName = (code: string) => named('languages', code);

export const ploverTypes = Object.keys(en.types);
export const tollTypes = Object.keys(en.tolls);
export const ceasefireStates = [
  'proposed', 'negotiating', 'rejected', 'agreed', 'in_force', 'extended', 'violated',
  'collapsed', 'expired',
];
export const controlChanges = ['gained', 'lost', 'held', 'contested', 'withdrew'];

const quads: Record<string, number> = {
  AGREE: 1, CONSULT: 1, SUPPORT: 1, CONCEDE: 1,
  COOPERATE: 2, AID: 2, RETREAT: 2,
  REQUEST: 3, ACCUSE: 3, REJECT: 3, THREATEN: 3,
  PROTEST: 4, SANCTION: 4, MOBILIZE: 4, COERCE: 4, ASSAULT: 4,
};

/** The quad class of a PLOVER type, 1 to 4; 0 for what is none. */
export const quadOf = (type: string): number => quads[type] ?? 0;

/** `RUS:GOV+MIL`, as filters and exports write it. */
export function partyCode(party: { country: string | null; sector: readonly string[] }): string {
  const sectors = party.sector.join('+');
  return sectors ? `${party.country ?? ''}:${sectors}` : (party.country ?? '');
}

/** What a code such as `RUS:GOV` means: Russia, government. */
export function partyCodeName(code: string): string {
  const [country = '', sectors = ''] = code.split(':');
  const words = sectors.split('+').filter(Boolean).map(sectorName);
  return [country && countryName(country), ...words].filter(Boolean).join(', ');
}

export interface Option {
  value: string;
  name: string;
  /** Everything that a person may type to find it: both languages and the code. */
  found: string[];
}

/** Countries to choose from, by name in the language chosen. */
export function countryOptions(): Option[] {
  return countryCodes
    .map((value) => ({
      value,
      name: countryName(value),
      found: [countryName(value, 'en'), countryName(value, 'nb'), value],
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language.value));
}

/** PLOVER types, kinds of toll and changes of control to choose from. */
export function typeOptions(): Option[] {
  const names = (words: Vocabulary): Record<string, string> => ({
    ...words.types,
    ...words.tolls,
    ...words.states,
  });
  return [...ploverTypes, ...tollTypes, ...controlChanges].map((value) => ({
    value,
    name: typeName(value),
    found: [names(en)[value] ?? value, names(nb)[value] ?? value, value],
  }));
}
