import { expect, test } from 'vitest';
import { daysBefore, nextVisit } from './visit';

const hour = 60 * 60 * 1000;

test('a first visit shows a week', () => {
  expect(nextVisit(null, '2016-09-20', 0).before).toBe('2016-09-13');
});

test('a visit goes on while one comes back soon', () => {
  const visit = { before: '2016-09-13', latest: '2016-09-20', at: 0 };
  expect(nextVisit(visit, '2016-09-21', 2 * hour)).toEqual({
    before: '2016-09-13',
    latest: '2016-09-21',
    at: 2 * hour,
  });
});

test('after hours of absence, new is what has come since', () => {
  const visit = { before: '2016-09-13', latest: '2016-09-20', at: 0 };
  expect(nextVisit(visit, '2016-09-22', 9 * hour).before).toBe('2016-09-20');
});

test('days are counted over the end of a month', () => {
  expect(daysBefore('2016-03-01', 1)).toBe('2016-02-29');
});
