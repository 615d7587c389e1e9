export const en = {
  title: 'Search',
  lead: 'Articles that hold all the words; bomb* finds what begins so.',
  words: 'Words',
  submit: 'Search',
  begin: 'Type words to search for.',
  none: 'No article holds all these words.',
  noneText: 'Try fewer words, or the beginning of a word with * after it.',
  found: (count: number, written: string) =>
    count === 1 ? '1 article found' : `${written} articles found, the newest first`,
  first: (count: string) => `The newest ${count} articles that fit`,
  more: 'Show more',
  most: 'The server tells of no more; say more words to find others.',
};

export type Strings = typeof en;
