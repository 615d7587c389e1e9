import { expect, test } from 'vitest';
import { moved, spanOf, zoomed } from './spans';

const all = { begin: '2016-01-01', end: '2016-12-31' };

test('half as long a time lies in the middle', () => {
  const half = zoomed(all, all, 0.5);
  expect(half).toEqual({ begin: '2016-04-01', end: '2016-09-30' });
});

test('nothing is shown beyond the ends', () => {
  expect(zoomed(all, all, 2)).toEqual(all);
  const autumn = { begin: '2016-10-01', end: '2016-11-30' };
  expect(moved(autumn, all, 2).end).toBe('2016-12-31');
});

test('a window is never shorter than five days', () => {
  const day = { begin: '2016-05-10', end: '2016-05-10' };
  expect(zoomed(day, all, 0.5)).toEqual({ begin: '2016-05-08', end: '2016-05-12' });
});

test('no days have no span', () => {
  expect(spanOf([])).toBeNull();
  expect(spanOf([Number.NaN])).toBeNull();
});
