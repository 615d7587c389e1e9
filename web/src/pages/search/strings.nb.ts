import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Søk',
  lead: 'Artikler som har alle ordene; bomb* finner det som begynner slik.',
  words: 'Ord',
  submit: 'Søk',
  begin: 'Skriv ord å søke etter.',
  none: 'Ingen artikkel har alle disse ordene.',
  noneText: 'Prøv færre ord, eller begynnelsen på et ord med * etter.',
  found: (count, written) =>
    count === 1 ? '1 artikkel funnet' : `${written} artikler funnet, de nyeste først`,
  first: (count) => `De ${count} nyeste artiklene som passer`,
  more: 'Vis flere',
  most: 'Tjeneren forteller ikke om flere; si flere ord for å finne andre.',
};
