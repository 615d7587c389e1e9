import { expect, test } from 'vitest';
import type { Resolution } from '../../api/types';
import { seatsOf, tallyOf } from './seats';

const resolution = (more: Partial<Resolution>): Resolution => ({
  kind: 'resolution', id: 'a/r1', state: 'vetoed', history: [], body: 'UNSC', subject: null,
  date: null, sponsors: [], vetoed_by: [], in_favour: null, against: null, abstained: null,
  votes: {}, reports: 1, publishers: 1, first_report: null, last_report: null, confidence: 1,
  ...more,
});

const party = (country: string) => ({ name: country, canonical: null, country, sector: [] });

test('fifteen seats, with those of whom nothing is known', () => {
  const vetoed = resolution({
    in_favour: 9,
    abstained: 1,
    vetoed_by: [party('CHN'), party('RUS')],
    votes: { CHN: 'against', RUS: 'against' },
  });
  expect(tallyOf(vetoed)).toEqual({ in_favour: 9, abstained: 1, unknown: 3, against: 2 });
  const seats = seatsOf(vetoed);
  expect(seats).toHaveLength(15);
  expect(seats?.filter((seat) => seat.veto).map((seat) => seat.country)).toEqual(['CHN', 'RUS']);
});

test('no chamber without any vote, with too many votes, or of another body', () => {
  expect(seatsOf(resolution({}))).toBeNull();
  expect(seatsOf(resolution({ in_favour: 14, against: 4 }))).toBeNull();
  expect(seatsOf(resolution({ body: 'UNGA', in_favour: 93, against: 24 }))).toBeNull();
});

test('before 1966 the council had eleven members', () => {
  const date = { begin: '1956-10-30', end: '1956-10-30' };
  expect(seatsOf(resolution({ date, in_favour: 7, against: 2 }))).toHaveLength(11);
});
