export const en = {
  title: 'Talks',
  lead: 'Who was to meet whom, where, and whether they did. Rounds of one forum share a lane.',
  view: 'View',
  views: { timeline: 'Timeline', table: 'Table' },
  chart: 'Talks over time',
  chartLabel: (talks: string, lanes: string) =>
    `Timeline of ${talks} talks in ${lanes} lanes; the table has the same.`,
  description:
    'A lane is a forum, or talks between the same countries. A broken line leads from the day ' +
    'of the announcement to the day of the talks. Choose talks to see who takes part.',
  undated: (count: number) =>
    count === 1 ? '1 talks without any day is in the table only.'
      : `${count} talks without any day are in the table only.`,
  noneInWindow: 'There are no talks in the time shown.',
  announced: 'Announced',
  span: 'Days that it may have been',
  published: 'by the day of publication',
  rounds: 'Rounds',
  previous: 'Round before',
  next: 'Next round',
  link: 'Link between rounds',
  attendance: 'Who takes part',
  nobody: 'Nobody is named.',
  between: 'Talks',
  states: 'States',
};

export type Strings = typeof en;
