export const en = {
  title: 'Documents',
  lead: 'The articles in the store, the newest first.',
  copyOf: 'A copy of',
  original: 'the original',
  id: 'Id',
  none: 'The store has no articles yet.',
  noneText: 'Add some here, or with “varde ingest”.',
};

export type Strings = typeof en;
