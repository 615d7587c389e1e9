import { expect, test } from 'vitest';
import type { Ceasefire, Report, Step } from '../../api/types';
import { laneOf, silentIn, wholeSpan, within } from './lanes';

const report = (published: string): Report => ({
  id: 'a/c1', document: 'a', publisher: null, language: 'en', published, according_to: [],
  confidence: 0.9,
});

const step = (state: string, published: string | null, day?: string): Step => ({
  state,
  date: day ? { begin: day, end: day } : null,
  report: published ? report(published) : null,
});

const ceasefire = (history: Step[], more: Partial<Ceasefire> = {}): Ceasefire => ({
  kind: 'ceasefire', id: 'a/c1', state: history.at(-1)!.state, history, area: null, parties: [],
  proposed_by: [], rejected_by: [], brokered_by: [], begin_date: null, end_date: null,
  duration_hours: null, renewable: null, excluded: [], purpose: null, violations: [], reports: 1,
  publishers: 1, first_report: '2016-09-06', last_report: '2016-09-20', confidence: 0.9, ...more,
});

test('each state lasts until the next, and an end has no length', () => {
  const lane = laneOf(
    ceasefire([
      step('agreed', '2016-09-10'),
      step('in_force', '2016-09-13', '2016-09-12'),
      step('collapsed', '2016-09-20'),
    ]),
    '2016-12-01',
  );
  expect(lane?.stretches).toEqual([
    { state: 'agreed', from: '2016-09-10', to: '2016-09-12' },
    { state: 'in_force', from: '2016-09-12', to: '2016-09-20' },
    { state: 'collapsed', from: '2016-09-20', to: '2016-09-20' },
  ]);
  expect(lane?.silentUntil).toBeNull();
});

test('what nobody ended stands in silence after the last report', () => {
  const lane = laneOf(ceasefire([step('in_force', '2016-09-10')]), '2016-12-01');
  expect(lane?.stretches[0]?.to).toBe('2016-09-20');
  expect(lane?.silentUntil).toBe('2016-12-01');
});

test('days out of order do not turn a lane back', () => {
  const lane = laneOf(
    ceasefire([step('in_force', '2016-09-12'), step('violated', '2016-09-18', '2016-09-01')]),
    '2016-12-01',
  );
  expect(lane?.stretches.map(({ from }) => from)).toEqual(['2016-09-12', '2016-09-12']);
});

test('the calendar ends a ceasefire on its last day', () => {
  const span = (day: string) => ({ begin: day, end: day });
  const lane = laneOf(
    ceasefire([step('in_force', '2016-09-12'), step('expired', null)], {
      begin_date: span('2016-09-12'),
      end_date: span('2016-09-19'),
    }),
    '2016-12-01',
  );
  expect(lane?.stretches.at(-1)).toEqual({
    state: 'expired', from: '2016-09-19', to: '2016-09-19',
  });
  expect(lane?.agreed).toEqual({ from: '2016-09-12', to: '2016-09-19' });
});

test('a lane is shown where it overlaps what is shown', () => {
  const lane = laneOf(ceasefire([step('collapsed', '2016-09-20')]), '2016-12-01')!;
  expect(within(lane, { begin: '2016-09-11', end: '2016-09-20' })).toBe(true);
  expect(within(lane, { begin: '2016-09-21', end: '2016-09-30' })).toBe(false);
  expect(wholeSpan([lane])).toEqual({ begin: '2016-09-17', end: '2016-09-23' });
});

test('a ceasefire of which nobody tells any more is silent', () => {
  const lane = laneOf(ceasefire([step('in_force', '2016-09-10')]), '2016-12-01')!;
  expect(silentIn(lane, { begin: '2016-10-01', end: '2016-10-31' })).toBe(true);
  expect(silentIn(lane, { begin: '2016-09-15', end: '2016-10-31' })).toBe(false);
});
