export const en = {
  title: 'Add article',
  lead: 'Paste an article or choose files. See how it is coded; store it if you want to keep it.',
  text: 'Text',
  files: 'Or choose files: .txt, .json, .jsonl',
  articleTitle: 'Title',
  publisher: 'Publisher',
  published: 'Published',
  language: 'Language',
  detect: 'As the text has it',
  forAll:
    'What is filled in here goes for articles from files, too, where they do not say themselves.',
  code: 'See it coded',
  store: 'Store it',
  coding: 'Coding …',
  storing: 'Storing …',
  tooLarge: 'This article is larger than the server takes (4 MiB).',
  unreadable: (file: string) =>
    `${file} cannot be read. It must be text, or JSON in which each article has a “text”.`,
  unreadableLine: (file: string, line: string) =>
    `${file}, line ${line}, cannot be read. Each line must be JSON with a “text”.`,
  storedNow: 'Stored.',
  thereAlready: 'It was there already.',
  isCopy: 'It is a copy of an article in the store; its records are in no ledger.',
  openReader: 'Open in the reader',
  coded: 'As it is coded',
  codedLead: 'Nothing of this is stored.',
  summary: (records: string, language: string) => `${records} records; language: ${language}`,
  notes: 'Notes',

  batch: 'From files',
  storeAll: 'Store all',
  stop: 'Stop',
  clear: 'Empty the list',
  article: 'Article',
  size: 'Characters',
  outcome: 'Outcome',
  show: 'See it coded',
  action: 'Action',
  progress: (done: string, all: string) => `${done} of ${all} stored`,
  outcomes: { waiting: 'Waiting', storing: 'Storing …', tooLarge: 'Too large (over 4 MiB)' },
};

export type Strings = typeof en;
