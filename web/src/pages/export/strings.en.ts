export const en = {
  title: 'Export',
  lead: 'Ledgers as files for R, Python, spreadsheets and other programs.',
  format: 'Format',
  formats: {
    csv: 'Varde, CSV',
    parquet: 'Varde, Parquet',
    plover: 'PLOVER, CSV',
    cameo: 'CAMEO as in GDELT',
    ucdp: 'UCDP GED',
    ceasefires: 'ETH/PRIO ceasefires',
    jsonl: 'Everything, JSON Lines',
  },
  rows: {
    csv: 'One row for each incident',
    parquet: 'One row for each incident',
    plover: 'One row for each incident',
    cameo: 'One row for each incident that happened',
    ucdp: 'One row for each violent incident that happened',
    ceasefires: 'One row for each party to each ceasefire',
    jsonl: 'One line for each entry of every ledger but actors',
  },
  about: {
    csv: "Varde's own columns, with tolls, contradictions and confidence. Start here.",
    parquet: 'The same columns with types, small and quick to read in R, Python and DuckDB.',
    plover: 'The same in the field names of the PLOVER codebook.',
    cameo:
      'The 58 columns of the GDELT 1.0 event table, with CAMEO codes and a header line. Plans, ' +
      'proposals and denials are left out: CAMEO knows none.',
    ucdp: 'The 49 columns of the UCDP Georeferenced Event Dataset: incidents of type ASSAULT.',
    ceasefires:
      'The 87 columns of the ETH/PRIO civil conflict ceasefire data. What its own team codes by ' +
      'hand, such as numbers of dyads, stays empty.',
    jsonl: 'All fields, histories, claims and the words of every report.',
  },
  choose: 'Which entries',
  chooseLead: 'The filters choose entries, as on every other page.',
  download: (format: string) => `Download: ${format}`,
  fits: (incidents: string, tolls: string) =>
    `${incidents} incidents and ${tolls} tolls fit these filters.`,
  counting: 'Counting what fits …',
  command: 'The same on the command line',
  copy: 'Copy',
  copied: 'Copied.',
  dictionary:
    'What each column means, and which stay empty, is in the folder codebook/exports of the program.',
};

export type Strings = typeof en;
