export const en = {
  title: 'Queue',
  lead: 'Records that nobody has looked at, doubtful and important ones first.',
  done: (count: string) => `${count} done in this session`,
  skippedCount: (count: string) => `${count} skipped`,
  skip: 'Skip',
  open: 'Open in the reader',
  empty: 'The queue is empty.',
  emptyText: 'Somebody has looked at every record.',
  onlySkipped: 'Only what you have skipped is left.',
  again: 'Look again',
  gone: 'The article has no such record any more; it was coded anew.',
  inContext: 'The record in its article',
  now: (what: string, quote: string) => `${what}: ${quote}`,
  download: 'Download my corrections (CSV)',
  downloadName: 'corrections',
};

export type Strings = typeof en;
