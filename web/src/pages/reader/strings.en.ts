export const en = {
  title: 'Reader',
  copyOf: 'A copy of',
  original: 'another article',
  copyNote: 'Its records are in no ledger.',
};

export type Strings = typeof en;
