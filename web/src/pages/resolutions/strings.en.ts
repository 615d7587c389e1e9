export const en = {
  title: 'Resolutions',
  lead: 'What was put to the vote, who voted how, and who stopped it.',
  view: 'View',
  views: { votes: 'Votes', table: 'Table' },
  noVotes: 'No report says how the votes fell.',
  votes: {
    in_favour: 'in favour',
    against: 'against',
    abstained: 'abstained',
    unknown: 'not said',
  },
  votesOf: (title: string, votes: string) => `Votes on ${title}: ${votes}`,
  seat: (who: string, vote: string) => `${who}: ${vote}`,
  someone: 'A member',
  vetoedBy: 'Vetoed by',
  vetoUnnamed: 'Vetoed; no report says by whom.',
  sponsors: 'Put forward by',
  noSubject: 'Subject not said',
  noBody: 'Body not said',
  open: 'History and sources',
  read: 'Read in the article',
};

export type Strings = typeof en;
