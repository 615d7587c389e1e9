import { expect, test } from 'vitest';
import type { Violation } from '../../api/types';
import { accusations, unnamed } from './accusations';

const violation = (by: string[], according_to: string[]): Violation => ({
  incident: 'a/v1', date: { begin: '2016-09-13', end: '2016-09-13' }, place: 'Aleppo', by,
  against: [], according_to,
});

test('each attack counts once for each accused, and by each accuser', () => {
  const { accused, accusers } = accusations([
    violation(['SYR:MIL'], ['SOHR', 'rebels']),
    violation(['SYR:MIL', 'RUS:MIL'], ['SOHR']),
    violation([], []),
  ]);
  expect(accusers).toEqual(['SOHR', 'rebels', unnamed]);
  expect(accused.map(({ code, total }) => [code, total])).toEqual([
    ['SYR:MIL', 2], ['RUS:MIL', 1], [unnamed, 1],
  ]);
  expect(accused[0]?.counts.get('SOHR')).toBe(2);
});
