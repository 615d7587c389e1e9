import type { Strings } from './strings.en';

export const nb: Strings = {
  title: 'Resolusjoner',
  lead: 'Hva det ble stemt over, hvem som stemte hva, og hvem som stanset det.',
  view: 'Visning',
  views: { votes: 'Stemmer', table: 'Tabell' },
  noVotes: 'Ingen melding sier hvordan stemmene falt.',
  votes: {
    in_favour: 'for',
    against: 'mot',
    abstained: 'avstod',
    unknown: 'ikke sagt',
  },
  votesOf: (title: string, votes: string) => `Stemmene over ${title}: ${votes}`,
  seat: (who: string, vote: string) => `${who}: ${vote}`,
  someone: 'Et medlem',
  vetoedBy: 'Veto fra',
  vetoUnnamed: 'Stanset av veto; ingen melding sier hvem.',
  sponsors: 'Lagt fram av',
  noSubject: 'Emnet er ikke sagt',
  noBody: 'Organet er ikke sagt',
  open: 'Historie og kilder',
  read: 'Les i artikkelen',
};
