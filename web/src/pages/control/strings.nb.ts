import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Kontroll',
  lead: 'Hvem som holder hvilke områder, og siden når, slik det blir hevdet.',
  view: 'Visning',
  views: { lanes: 'Baner', table: 'Tabell' },
  chart: 'Hvem som holder hva over tid',
  chartLabel: (claims: string, places: string) =>
    `${claims} påstander om hvem som holder ${places} steder, over tid; tabellen har det samme.`,
  description:
    'En bane er et sted. En stolpe er den som holder det, fra dagen for en påstand. Den er full ' +
    'så lenge påstander stemmer overens, og i seksti dager etter den siste; den tynne linjen ' +
    'etter sier at ikke noe nyere er meldt. Velg et merke for å lese påstandene.',
  undated: (count: number) =>
    count === 1 ? '1 påstand uten noen dag står bare i tabellen.'
      : `${count} påstander uten noen dag står bare i tabellen.`,
  noneInWindow: 'Det er ingen påstander i tiden som vises.',
  holders: 'Hvem som holder',
  changes: 'Påstander',
  others: 'Andre',
  nobody: 'Ikke sagt hvem',
  disputed: 'Omstridt',
  disputedHint: 'Påstander fra én dag nevner ulike',
  hatched: 'Omstridt eller omkjempet',
  lostBy: (who: string) => `tapt av ${who}`,
  from: 'Fra',
  share: 'Andel',
  claims: 'Påstander',
  noDay: 'Ingen dag ble sagt',
};
