import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Våpenhviler',
  lead: 'Hva som ble foreslått, avtalt, holdt og brutt, slik artiklene forteller.',
  view: 'Visning',
  views: { board: 'Tavle', lanes: 'Tidslinje', table: 'Tabell' },
  moreHere: (count) => `${count} til i denne tilstanden`,
  boardLabel: 'Våpenhviler etter tilstand; ruller sidelengs',
  lastReport: 'Siste melding',
  violations: (count) => (count === 1 ? '1 påstått brudd' : `${count} påståtte brudd`),
  unnamed: 'Ukjent område',
  timeline: 'Våpenhviler over tid',
  timelineLead: 'Dra sidelengs for å flytte i tid; velg en linje for å lese alt om den.',
  timelineLabel: (count, span) => `Tidslinje med ${count} våpenhviler, ${span}`,
  showViolations: 'Påståtte brudd',
  showSilent: 'Uten meldinger i tidsrommet',
  undated: (count) =>
    count === 1 ? '1 våpenhvile har ingen dag.' : `${count} våpenhviler har ingen dag.`,
  noneHere: 'Ingen våpenhvile i dette tidsrommet.',
  allegedViolations: 'Påståtte brudd',
  begins: 'Begynner',
  ends: 'Slutter',
  history: 'Historikk',
};
