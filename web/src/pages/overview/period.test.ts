import { expect, test } from 'vitest';
import { noFilters } from '../../router/filters';
import { daysOf, unitFor, withPeriod } from './period';

test('a period ends with the newest article', () => {
  const filters = withPeriod(noFilters, 'month', '2016-09-30');
  expect([filters.since, filters.until]).toEqual(['2016-09-01', '2016-09-30']);
});

test('days in the filters come before the period', () => {
  const filters = { ...noFilters, since: '2015-01-01' };
  expect(withPeriod(filters, 'month', '2016-09-30')).toBe(filters);
});

test('the longer the time, the coarser the bars', () => {
  expect(unitFor('2016-09-01', '2016-09-30')).toBe('day');
  expect(unitFor('2015-10-01', '2016-09-30')).toBe('week');
  expect(unitFor(null, null)).toBe('month');
});

test('a key stands for its first to its last day', () => {
  expect(daysOf('2016-09-12', 'week')).toEqual({ since: '2016-09-12', until: '2016-09-18' });
  expect(daysOf('2016-02', 'month')).toEqual({ since: '2016-02-01', until: '2016-02-29' });
  expect(daysOf('2016', 'year')).toEqual({ since: '2016-01-01', until: '2016-12-31' });
});
