import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Samtaler',
  lead: 'Hvem som skulle møte hvem, hvor, og om de gjorde det. Runder i ett forum deler bane.',
  view: 'Visning',
  views: { timeline: 'Tidslinje', table: 'Tabell' },
  chart: 'Samtaler over tid',
  chartLabel: (talks: string, lanes: string) =>
    `Tidslinje over ${talks} samtaler i ${lanes} baner; tabellen har det samme.`,
  description:
    'En bane er et forum, eller samtaler mellom de samme landene. En stiplet linje går fra dagen ' +
    'de ble varslet, til dagen de skal være. Velg samtaler for å se hvem som deltar.',
  undated: (count: number) =>
    count === 1 ? '1 samtale uten noen dag står bare i tabellen.'
      : `${count} samtaler uten noen dag står bare i tabellen.`,
  noneInWindow: 'Det er ingen samtaler i tiden som vises.',
  announced: 'Varslet',
  span: 'Dager det kan ha vært',
  published: 'etter dagen for publisering',
  rounds: 'Runder',
  previous: 'Forrige runde',
  next: 'Neste runde',
  link: 'Forbindelse mellom runder',
  attendance: 'Hvem som deltar',
  nobody: 'Ingen er nevnt.',
  between: 'Samtaler',
  states: 'Tilstander',
};
