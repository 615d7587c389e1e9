// What all pages share, in English. Pages have their own strings beside them.

export const en = {
  siteName: 'Varde',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  mainNavigation: 'Main',
  searchArticles: 'Search articles',
  search: 'Search',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  roles: { reader: 'Reader', analyst: 'Analyst', admin: 'Administrator' },
  signedInAs: (name: string, role: string) => `${name}, ${role.toLowerCase()}`,
  signOut: 'Sign out',
  documentsUntil: (count: string, day: string) => `${count} articles, the newest of ${day}`,
  changed: (documents: string) => `The store has changed: it holds ${documents} articles now.`,
  showChanges: 'Show',

  nav: {
    overview: 'Overview',
    ceasefires: 'Ceasefires',
    incidents: 'Incidents',
    tolls: 'Tolls',
    talks: 'Talks',
    resolutions: 'Resolutions',
    control: 'Control',
    actors: 'Actors',
    documents: 'Documents',
    queue: 'Queue',
    search: 'Search',
    add: 'Add article',
    export: 'Export',
  },

  signIn: {
    title: 'Sign in',
    why: 'This workbench needs a token. Whoever runs the server makes one with “varde token add”.',
    token: 'Token',
    submit: 'Sign in',
    refused: 'The server does not know this token.',
  },

  notFound: {
    title: 'There is no such page',
    text: 'The address may be misspelt, or the page may have moved.',
    home: 'Go to the overview',
  },

  loading: 'Loading …',
  results: (count: string, more: boolean) => (more ? `The first ${count} shown` : `${count} in all`),
  nothing: 'Nothing fits these filters.',
  nothingHint: 'Take away a filter, or choose a longer time.',
  problem: {
    title: 'That did not work',
    offline: 'The server does not answer. Is it running?',
    notFound: 'There is no such thing in the store.',
    forbidden: 'You may read, but not change anything.',
    again: 'Try again',
  },

  table: {
    csv: 'Download CSV',
    csvShown: 'Download CSV of the rows shown',
    more: 'Show more',
    scroll: (caption: string) => `${caption}: table, scrolls sideways`,
  },

  chart: {
    svg: 'SVG',
    png: 'PNG',
    downloadAs: (format: string, title: string) => `Download “${title}” as ${format}`,
    table: 'The figures as a table',
  },

  filters: {
    title: 'Filters',
    show: 'Filters',
    none: 'No filters',
    clear: 'Clear all',
    remove: (what: string) => `Remove ${what}`,
    country: 'Country',
    type: 'Type',
    actor: 'Actor',
    place: 'Place',
    source: 'Source',
    since: 'Since',
    until: 'Until',
    as_of: 'As known on',
    min_reports: 'At least so many reports',
    hints: {
      country: 'Name or code, such as Syria or SYR',
      type: 'Such as ASSAULT or killed',
      actor: 'A name, RUS or RUS:GOV',
      place: 'The name of a place',
      source: 'A name, a country or a publisher',
    },
    suggestions: (count: number) =>
      count === 1 ? '1 suggestion' : `${count} suggestions`,
  },

  dates: {
    unknown: 'Day unknown',
    from: (begin: string, end: string) => `${begin} – ${end}`,
  },

  party: {
    none: 'Nobody named',
  },

  confidence: {
    of: (percent: string) => `Confidence ${percent}`,
  },

  quote: {
    open: 'Read in the article',
    undated: 'undated',
    accordingTo: 'according to',
    noPublisher: 'Publisher unknown',
  },

  history: {
    title: 'History',
    reported: (day: string) => `reported ${day}`,
    byCalendar: 'The calendar says so: the end that was agreed has passed.',
    undated: 'No day was said',
    empty: 'No report has moved its state.',
  },

  explanation: {
    rule: 'Rule',
    tree: 'The sentence with its tree',
    noTree: 'Only events are explained by a sentence and its tree.',
  },

  yes: 'Yes',
  no: 'No',

  kinds: {
    incident: 'Incident',
    toll: 'Toll',
    ceasefire: 'Ceasefire',
    talks: 'Talks',
    resolution: 'Resolution',
    control: 'Control',
  },
  ledgers: {
    incident: 'Incidents',
    toll: 'Tolls',
    ceasefire: 'Ceasefires',
    talks: 'Talks',
    resolution: 'Resolutions',
    control: 'Control',
  },

  fields: {
    type: 'Type',
    mode: 'Mode',
    state: 'State',
    date: 'Date',
    place: 'Place',
    actor: 'Actor',
    recipient: 'Recipient',
    according_to: 'According to',
    low: 'Low',
    high: 'High',
    number: 'Number',
    disputed: 'Disputed',
    reports: 'Reports',
    first_report: 'First report',
    last_report: 'Last report',
    confidence: 'Confidence',
    quote: 'Words',
    area: 'Area',
    parties: 'Parties',
    participants: 'Participants',
    format: 'Format',
    body: 'Body',
    subject: 'Subject',
    in_favour: 'In favour',
    against: 'Against',
    abstained: 'Abstained',
    sponsors: 'Sponsors',
    vetoed_by: 'Vetoed by',
    holder: 'Holder',
    since: 'Since',
    name: 'Name',
    country: 'Country',
    sector: 'Sector',
    offices: 'Offices',
    documents: 'Articles',
    publisher: 'Publisher',
    published: 'Published',
    title: 'Title',
    language: 'Language',
    source: 'Source',
  },
};

export type Strings = typeof en;
