import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Tapstall',
  lead: 'Hvor mange som ble drept, såret eller drevet på flukt, og hvem som har talt.',

  compare: 'Påstander',
  compareClaims: (count) => `Sammenlign ${count}`,
  disputedMark: 'omstridt',
  backToSum: 'Tilbake til summen',
  legend: 'Tegn',
  plot: 'Tegn etter',
  plots: { days: 'Over tid', numbers: 'Side om side' },
  claims: 'Påstander',
  claim: 'Påstand',
  who: 'Av hvem',
  unnamed: (article) => `Artikkel ${article}, ingen kilde nevnt`,
  standing: 'Står',
  replaced: 'Avløst av en senere påstand',
  part: 'del av et større tall',
  isPart: 'Del av et større tall',
  atLeast: 'Minst',
  atMost: 'Høyst',
  fitsAll: 'Passer med alle',
  areDisputed: 'Omstridt: ikke ett tall passer med alle påstander som står.',
  agree: 'Ett tall kan passe med alle påstander som står.',
  stands: (range) => `De gir ${range}.`,
  bySize: 'Tallene ligger så langt fra hverandre at skalaen er logaritmisk.',
  toEntry: 'Åpne oppføringen',
  claimsLabel: (title, sources, range) =>
    `${title}: ${range}, etter ${sources} kilder. Påstandene står i tabellen under.`,

  kind: 'Slags tapstall',
  sumTitle: (kind) => `${kind}, i sum`,
  sumLead: (total, entries, disputed) => `${total} i ${entries} oppføringer, ${disputed} omstridt.`,
  sumHow: 'Hver bane er den løpende summen fra én kilde etter publiseringsdag, fra lav til høy.',
  sumLabel: (title, total, lanes) =>
    `${title}: ${total}. Løpende summer i ${lanes} baner; tallene står i tabellen under.`,
  allSources: 'Alle kilder samlet',
  moreSources: (count) => `Vis alle ${count} kilder`,
  fewerSources: 'Vis bare de største',
};
