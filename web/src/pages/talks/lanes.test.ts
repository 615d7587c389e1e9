import { expect, test } from 'vitest';
import type { Talks } from '../../api/types';
import { lanesOf, markOf, rowsOf } from './lanes';

const talks = (id: string, day: string, more: Partial<Talks> = {}): Talks => ({
  kind: 'talks', id, state: 'held', history: [], place: null, format: null, participants: [],
  previous: null, date: { begin: day, end: day }, reports: 1, publishers: 1, first_report: day,
  last_report: day, confidence: 1, ...more,
});

const party = (country: string) => ({ name: country, canonical: null, country, sector: [] });

const ids = (all: Talks[]) =>
  lanesOf(all).map((lane) => lane.marks.map((mark) => mark.talks.id).join(' '));

test('rounds that follow each other share a lane, in whatever order they come', () => {
  const first = talks('a/k1', '2016-01-01');
  const second = talks('b/k1', '2016-02-01', { previous: 'a/k1' });
  const third = talks('c/k1', '2016-03-01', { previous: 'b/k1' });
  expect(ids([third, first, second])).toEqual(['a/k1 b/k1 c/k1']);
});

test('the same countries share a lane; one country in common does not', () => {
  const one = talks('a/k1', '2016-01-01', { participants: [party('USA'), party('RUS')] });
  const two = talks('b/k1', '2016-05-01', { participants: [party('RUS'), party('USA')] });
  const other = talks('c/k1', '2016-03-01', { participants: [party('USA')] });
  expect(ids([one, two, other])).toEqual(['a/k1 b/k1', 'c/k1']);
});

test('talks without any day are in no lane', () => {
  expect(lanesOf([talks('a/k1', '2016-01-01', { date: null, first_report: null })])).toEqual([]);
});

test('an announcement counts when it came before', () => {
  const report = {
    id: 'a/k1', document: 'a', publisher: null, language: 'en', published: '2016-01-01',
    according_to: [], confidence: 1,
  };
  const history = [{ state: 'planned', date: null, report }];
  const mark = markOf(talks('a/k1', '2016-01-09', { history }));
  expect(mark?.announced).toBe(Date.UTC(2016, 0, 1));
  expect(markOf(talks('a/k1', '2016-01-01', { history }))?.announced).toBeNull();
});

test('marks that would lie on each other get rows of their own', () => {
  const places = [{ begin: 0, end: 20 }, { begin: 10, end: 30 }, { begin: 25, end: 40 }];
  expect(rowsOf(places, 4)).toEqual([0, 1, 0]);
});
