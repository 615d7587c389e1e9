import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Kø',
  lead: 'Poster som ingen har sett på, de tvilsomme og viktige først.',
  done: (count) => `${count} gjort i denne økten`,
  skippedCount: (count) => `${count} hoppet over`,
  skip: 'Hopp over',
  open: 'Åpne i leseren',
  empty: 'Køen er tom.',
  emptyText: 'Hver post er sett på av noen.',
  onlySkipped: 'Bare det du har hoppet over, er igjen.',
  again: 'Se etter igjen',
  gone: 'Artikkelen har ingen slik post lenger; den er kodet på nytt.',
  inContext: 'Posten i artikkelen',
  now: (what, quote) => `${what}: ${quote}`,
  download: 'Last ned rettelsene mine (CSV)',
  downloadName: 'rettelser',
};
