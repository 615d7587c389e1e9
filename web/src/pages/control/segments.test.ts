import { expect, test } from 'vitest';
import type { Control, ControlClaim } from '../../api/types';
import { oneDay } from '../../parts/days';
import { holdersOf, lanesOf } from './segments';

const person = (code: string) => {
  const [country = '', sector = ''] = code.split(':');
  return { name: code, canonical: null, country, sector: [sector] };
};

const claim = (day: string, holder: string, change = 'held'): ControlClaim => ({
  date: { begin: day, end: day },
  change,
  holder: holder ? [person(holder)] : [],
  from: [],
  share: null,
  report: {
    id: `${day}/p1`, document: day, publisher: null, language: 'en', published: day,
    according_to: [], confidence: 1,
  },
});

const control = (id: string, name: string, claims: ControlClaim[]): Control => ({
  kind: 'control', id, place: { name, country: 'SYR', lat: null, lon: null }, holder: [],
  since: null, state: 'held', disputed: false, claims, reports: 1, publishers: 1,
  first_report: null, last_report: null, confidence: 1,
});

test('claims that agree are one segment; entries of one place are one lane', () => {
  const lanes = lanesOf([
    control('b/p1', 'Aleppo', [claim('2016-12-22', 'SYR:MIL', 'gained')]),
    control('a/p1', 'Aleppo', [claim('2016-01-01', 'SYR:REB'), claim('2016-03-01', 'SYR:REB')]),
  ]);
  expect(lanes).toHaveLength(1);
  const [rebels, army] = lanes[0]!.segments;
  expect(rebels?.code).toBe('SYR:REB');
  expect(rebels?.claims).toHaveLength(2);
  expect(rebels?.end).toBe(army?.begin);
  expect(rebels?.sure).toBe(Date.UTC(2016, 2, 1) + 60 * oneDay);
});

test('claims of one day that name different holders are disputed', () => {
  const claims = [claim('2016-01-01', 'SYR:REB'), claim('2016-01-01', 'SYR:MIL')];
  const [segment] = lanesOf([control('a/p1', 'Aleppo', claims)])[0]!.segments;
  expect(segment?.disputed).toBe(true);
  expect(segment?.holder).toHaveLength(2);
});

test('a place that is only lost has no holder', () => {
  const lanes = lanesOf([
    control('a/p1', 'Sumy', [claim('2022-04-01', 'RUS:MIL'), claim('2022-04-08', '', 'withdrew')]),
  ]);
  expect(lanes[0]?.segments.map((segment) => segment.code)).toEqual(['RUS:MIL', '']);
  expect(holdersOf(lanes)).toEqual(['RUS:MIL']);
});
