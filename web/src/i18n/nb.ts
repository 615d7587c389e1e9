// Det alle sider deler, på bokmål. Sidene har sine egne tekster ved siden av seg.

import type { Strings } from './en';

export const nb: Strings = {
  siteName: 'Varde',
  skipToContent: 'Hopp til innholdet',
  menu: 'Meny',
  mainNavigation: 'Hovedmeny',
  searchArticles: 'Søk i artiklene',
  search: 'Søk',
  language: 'Språk',
  theme: 'Fargetema',
  themes: { system: 'Som systemet', light: 'Lyst', dark: 'Mørkt' },
  roles: { reader: 'Leser', analyst: 'Analytiker', admin: 'Administrator' },
  signedInAs: (name, role) => `${name}, ${role.toLowerCase()}`,
  signOut: 'Logg ut',
  documentsUntil: (count, day) => `${count} artikler, den nyeste fra ${day}`,
  changed: (documents) => `Arkivet er endret: det har nå ${documents} artikler.`,
  showChanges: 'Vis',

  nav: {
    overview: 'Oversikt',
    ceasefires: 'Våpenhviler',
    incidents: 'Hendelser',
    tolls: 'Tapstall',
    talks: 'Samtaler',
    resolutions: 'Resolusjoner',
    control: 'Kontroll',
    actors: 'Aktører',
    documents: 'Artikler',
    queue: 'Kø',
    search: 'Søk',
    add: 'Ny artikkel',
    export: 'Eksport',
  },

  signIn: {
    title: 'Logg inn',
    why: 'Denne arbeidsbenken krever et token. Den som driver tjeneren, lager det med «varde token add».',
    token: 'Token',
    submit: 'Logg inn',
    refused: 'Tjeneren kjenner ikke dette tokenet.',
  },

  notFound: {
    title: 'Siden finnes ikke',
    text: 'Adressen kan være feilskrevet, eller siden kan være flyttet.',
    home: 'Gå til oversikten',
  },

  loading: 'Henter …',
  results: (count, more) => (more ? `De første ${count} vises` : `${count} i alt`),
  nothing: 'Ingenting passer med disse filtrene.',
  nothingHint: 'Ta bort et filter, eller velg et lengre tidsrom.',
  problem: {
    title: 'Det gikk ikke',
    offline: 'Tjeneren svarer ikke. Er den i gang?',
    notFound: 'Dette finnes ikke i arkivet.',
    forbidden: 'Du kan lese, men ikke endre noe.',
    again: 'Prøv igjen',
  },

  table: {
    csv: 'Last ned CSV',
    csvShown: 'Last ned CSV av radene som vises',
    more: 'Vis flere',
    scroll: (caption) => `${caption}: tabell, ruller sidelengs`,
  },

  chart: {
    svg: 'SVG',
    png: 'PNG',
    downloadAs: (format, title) => `Last ned «${title}» som ${format}`,
    table: 'Tallene som tabell',
  },

  filters: {
    title: 'Filtre',
    show: 'Filtre',
    none: 'Ingen filtre',
    clear: 'Fjern alle',
    remove: (what) => `Fjern ${what}`,
    country: 'Land',
    type: 'Type',
    actor: 'Aktør',
    place: 'Sted',
    source: 'Kilde',
    since: 'Fra og med',
    until: 'Til og med',
    as_of: 'Slik det var kjent',
    min_reports: 'Minst så mange meldinger',
    hints: {
      country: 'Navn eller kode, for eksempel Syria eller SYR',
      type: 'For eksempel ASSAULT eller killed',
      actor: 'Et navn, RUS eller RUS:GOV',
      place: 'Navnet på et sted',
      source: 'Et navn, et land eller en utgiver',
    },
    suggestions: (count) => (count === 1 ? '1 forslag' : `${count} forslag`),
  },

  dates: {
    unknown: 'Ukjent dag',
    from: (begin, end) => `${begin} – ${end}`,
  },

  party: {
    none: 'Ingen nevnt',
  },

  confidence: {
    of: (percent) => `Sikkerhet ${percent}`,
  },

  quote: {
    open: 'Les i artikkelen',
    undated: 'uten dato',
    accordingTo: 'ifølge',
    noPublisher: 'Ukjent utgiver',
  },

  history: {
    title: 'Historikk',
    reported: (day) => `meldt ${day}`,
    byCalendar: 'Kalenderen sier det: slutten som ble avtalt, er passert.',
    undated: 'Ingen dag er nevnt',
    empty: 'Ingen melding har endret tilstanden.',
  },

  explanation: {
    rule: 'Regel',
    tree: 'Setningen med treet',
    noTree: 'Bare hendelser forklares med en setning og treet dens.',
  },

  yes: 'Ja',
  no: 'Nei',

  kinds: {
    incident: 'Hendelse',
    toll: 'Tapstall',
    ceasefire: 'Våpenhvile',
    talks: 'Samtaler',
    resolution: 'Resolusjon',
    control: 'Kontroll',
  },
  ledgers: {
    incident: 'Hendelser',
    toll: 'Tapstall',
    ceasefire: 'Våpenhviler',
    talks: 'Samtaler',
    resolution: 'Resolusjoner',
    control: 'Kontroll',
  },

  fields: {
    type: 'Type',
    mode: 'Måte',
    state: 'Tilstand',
    date: 'Dato',
    place: 'Sted',
    actor: 'Aktør',
    recipient: 'Mottaker',
    according_to: 'Ifølge',
    low: 'Lavest',
    high: 'Høyest',
    number: 'Antall',
    disputed: 'Omstridt',
    reports: 'Meldinger',
    first_report: 'Første melding',
    last_report: 'Siste melding',
    confidence: 'Sikkerhet',
    quote: 'Ordene',
    area: 'Område',
    parties: 'Parter',
    participants: 'Deltakere',
    format: 'Format',
    body: 'Organ',
    subject: 'Emne',
    in_favour: 'For',
    against: 'Mot',
    abstained: 'Avholdende',
    sponsors: 'Forslagsstillere',
    vetoed_by: 'Veto fra',
    holder: 'Innehaver',
    since: 'Siden',
    name: 'Navn',
    country: 'Land',
    sector: 'Sektor',
    offices: 'Verv',
    documents: 'Artikler',
    publisher: 'Utgiver',
    published: 'Publisert',
    title: 'Tittel',
    language: 'Språk',
    source: 'Kilde',
  },
};
