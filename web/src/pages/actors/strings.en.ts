export const en = {
  title: 'Actors',
  lead: 'Who does what to whom, and everybody whom articles name.',
  view: 'View',
  views: { network: 'Network', register: 'Register' },

  network: {
    title: 'Who does what to whom',
    label: (nodes: string, links: string) =>
      `Network of ${nodes} actors and ${links} links; the table has the same.`,
    description:
      'A circle is a side, the larger the more incidents. An arrow leads from who does to whom ' +
      'it is done. Choose a circle to read its links; arrow keys go from one to the next.',
    limit: 'Links',
    most: (count: string) => `Strongest ${count}`,
    quads: 'Kinds of links',
    none: 'No incident that fits has both an actor and a recipient.',
    source: 'Who',
    target: 'Whom',
    count: 'Incidents',
    node: (name: string, code: string, count: string) => `${name} (${code}), ${count} incidents`,
    does: 'Does',
    doneTo: 'Is done to',
    incidentsOf: (count: string, type: string, source: string, target: string) =>
      `${count} incidents: ${type}, ${source} to ${target}`,
    nothing: 'Nothing among the links shown.',
    page: 'Everything about this side',
    incidents: 'Its incidents',
    gone: 'None of the links shown is with this side.',
  },

  register: {
    caption: 'Persons, organisations and groups',
    names: 'Also called',
    seen: 'Last report',
    hint: 'The filter “Actor” finds one by its whole name.',
  },

  actor: {
    lead: 'Actor',
    side: 'Side',
    all: 'All actors',
    names: 'Names',
    offices: 'Offices',
    term: (from: string, to: string) => `${from} – ${to}`,
    code: 'Code',
    articles: 'Articles',
    unregistered: 'No article names anybody so. What follows is by this name or code.',
    known: 'What is known',
    inNetwork: 'In the network',
    inRegister: 'Actors of this country',
    byType: 'By type',
    byMonth: 'Incidents by month',
    byYear: 'Incidents by year',
    barLabel: (title: string, count: string) => `${title}: ${count} in all; also as a table.`,
    when: 'When',
    did: 'What it did, and what was done to it',
    role: 'Role',
    roles: { all: 'All', did: 'Did', received: 'Done to it', both: 'Both sides', other: 'Named' },
    counterpart: 'The other side',
    ceasefires: 'Ceasefires',
    talks: 'Talks',
    resolutions: 'Resolutions',
    none: 'None.',
    noneOfRole: 'None among the incidents shown.',
    parts: {
      party: 'party', proposed_by: 'proposed', rejected_by: 'rejected', brokered_by: 'brokered',
      sponsor: 'sponsor', vetoed_by: 'vetoed', named: 'named',
    },
  },
};

export type Strings = typeof en;
