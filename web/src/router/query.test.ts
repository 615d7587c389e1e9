import { expect, test } from 'vitest';
import { filterSchema, noFilters } from './filters';
import { day, oneOf, readQuery, text, writeQuery } from './query';
import { match } from './router';

test('filters are read from an address and written back', () => {
  const search = '?country=SYR&country=IRQ&since=2016-09-01&min_reports=2';
  const filters = readQuery(filterSchema, search);
  expect(filters.country).toEqual(['SYR', 'IRQ']);
  expect(filters.min_reports).toBe(2);
  expect(writeQuery(filterSchema, '', filters)).toBe(search);
});

test('an address without filters has none', () => {
  expect(noFilters.country).toEqual([]);
  expect(noFilters.since).toBeNull();
  expect(noFilters.min_reports).toBeNull();
});

test('what the address may not say is as if it said nothing', () => {
  const schema = { view: oneOf(['map', 'table'], 'map'), since: day };
  expect(readQuery(schema, '?view=<script>&since=yesterday')).toEqual({ view: 'map', since: null });
});

test('a change leaves what others keep in the address', () => {
  const schema = { view: oneOf(['map', 'table'], 'map'), q: text() };
  expect(writeQuery(schema, '?country=SYR&view=table', { view: 'map', q: 'a b' })).toBe(
    '?country=SYR&q=a+b',
  );
});

test('a pattern names the parts of a path', () => {
  expect(match('/entries/:document/:record', '/entries/3f9a/v3')).toEqual({
    document: '3f9a',
    record: 'v3',
  });
  expect(match('/entries/:document/:record', '/entries/3f9a')).toBeNull();
  expect(match('/reader/:key', '/reader/%E0%A4%A')).toEqual({ key: '%E0%A4%A' });
  expect(match('/', '/')).toEqual({});
});
