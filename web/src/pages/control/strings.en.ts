export const en = {
  title: 'Control',
  lead: 'Who holds which ground, and since when, as the claims say.',
  view: 'View',
  views: { lanes: 'Lanes', table: 'Table' },
  chart: 'Who holds what over time',
  chartLabel: (claims: string, places: string) =>
    `${claims} claims on who holds ${places} places, over time; the table has the same.`,
  description:
    'A lane is a place. A bar is a holder, from the day of a claim. It is full while claims ' +
    'agree, and for sixty days after the last one; the thin line after it says that nothing ' +
    'newer is reported. Choose a mark to read the claims.',
  undated: (count: number) =>
    count === 1 ? '1 claim without any day is in the table only.'
      : `${count} claims without any day are in the table only.`,
  noneInWindow: 'There are no claims in the time shown.',
  holders: 'Holders',
  changes: 'Claims',
  others: 'Others',
  nobody: 'Holder not said',
  disputed: 'Disputed',
  disputedHint: 'Claims of one day name different holders',
  hatched: 'Disputed or contested',
  lostBy: (who: string) => `lost by ${who}`,
  from: 'From',
  share: 'Share',
  claims: 'Claims',
  noDay: 'No day was said',
};

export type Strings = typeof en;
