import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Aktører',
  lead: 'Hvem som gjør hva mot hvem, og alle som artiklene nevner.',
  view: 'Visning',
  views: { network: 'Nettverk', register: 'Register' },

  network: {
    title: 'Hvem som gjør hva mot hvem',
    label: (nodes: string, links: string) =>
      `Nettverk av ${nodes} aktører og ${links} forbindelser; tabellen har det samme.`,
    description:
      'En sirkel er en part, større jo flere hendelser. En pil går fra den som gjør noe, til den ' +
      'det gjøres mot. Velg en sirkel for å lese forbindelsene; piltastene går fra en til neste.',
    limit: 'Forbindelser',
    most: (count: string) => `De ${count} sterkeste`,
    quads: 'Slags forbindelser',
    none: 'Ingen hendelse som passer, har både aktør og mottaker.',
    source: 'Hvem',
    target: 'Mot hvem',
    count: 'Hendelser',
    node: (name: string, code: string, count: string) => `${name} (${code}), ${count} hendelser`,
    does: 'Gjør',
    doneTo: 'Blir utsatt for',
    incidentsOf: (count: string, type: string, source: string, target: string) =>
      `${count} hendelser: ${type}, ${source} mot ${target}`,
    nothing: 'Ingenting blant forbindelsene som vises.',
    page: 'Alt om denne parten',
    incidents: 'Hendelsene',
    gone: 'Ingen av forbindelsene som vises, er med denne parten.',
  },

  register: {
    caption: 'Personer, organisasjoner og grupper',
    names: 'Også kalt',
    seen: 'Siste melding',
    hint: 'Filteret «Aktør» finner én ved hele navnet.',
  },

  actor: {
    lead: 'Aktør',
    side: 'Part',
    all: 'Alle aktører',
    names: 'Navn',
    offices: 'Verv',
    term: (from: string, to: string) => `${from} – ${to}`,
    code: 'Kode',
    articles: 'Artikler',
    unregistered: 'Ingen artikkel nevner noen slik. Det som følger, er etter dette navnet eller denne koden.',
    known: 'Det som er kjent',
    inNetwork: 'I nettverket',
    inRegister: 'Aktører fra dette landet',
    byType: 'Etter type',
    byMonth: 'Hendelser per måned',
    byYear: 'Hendelser per år',
    barLabel: (title: string, count: string) => `${title}: ${count} i alt; også som tabell.`,
    when: 'Når',
    did: 'Hva den gjorde, og hva som ble gjort mot den',
    role: 'Rolle',
    roles: {
      all: 'Alle', did: 'Gjorde', received: 'Utsatt for', both: 'Begge sider', other: 'Nevnt',
    },
    counterpart: 'Den andre parten',
    ceasefires: 'Våpenhviler',
    talks: 'Samtaler',
    resolutions: 'Resolusjoner',
    none: 'Ingen.',
    noneOfRole: 'Ingen blant hendelsene som vises.',
    parts: {
      party: 'part', proposed_by: 'foreslo', rejected_by: 'avviste', brokered_by: 'meklet',
      sponsor: 'forslagsstiller', vetoed_by: 'la ned veto', named: 'nevnt',
    },
  },
};
