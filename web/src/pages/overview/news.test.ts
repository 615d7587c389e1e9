import { expect, test } from 'vitest';
import type { Ceasefire, Report, Step, Toll } from '../../api/types';
import { countKinds, disputesSince, turnsSince } from './news';

const report = (published: string): Report => ({
  id: 'a/c1', document: 'a', publisher: null, language: 'en', published, according_to: [],
  confidence: 0.9,
});

const step = (state: string, published: string | null): Step => ({
  state, date: null, report: published ? report(published) : null,
});

const ceasefire = (history: Step[]): Ceasefire => ({
  kind: 'ceasefire', id: 'a/c1', state: history.at(-1)!.state, history, area: null, parties: [],
  proposed_by: [], rejected_by: [], brokered_by: [], begin_date: null, end_date: null,
  duration_hours: null, renewable: null, excluded: [], purpose: null, violations: [], reports: 1,
  publishers: 1, first_report: '2016-09-06', last_report: '2016-09-18', confidence: 0.9,
});

const toll = (disputed: boolean, published: string): Toll => ({
  kind: 'toll', id: 'a/t1', type: 'killed', low: 5, high: 9, disputed, date: null, place: null,
  actor: [], incident: null, reports: 1, publishers: 1, first_report: published,
  last_report: published, confidence: 0.9,
  claims: [
    { source: 'police', low: 5, high: 5, who: null, part: false, replaced: false,
      report: report(published) },
  ],
});

test('a ceasefire that changed tells its state before and now', () => {
  const entry = ceasefire([step('agreed', '2016-09-10'), step('violated', '2016-09-18')]);
  const [turn] = turnsSince([entry], '2016-09-15');
  expect(turn?.before?.state).toBe('agreed');
  expect(turn?.now.state).toBe('violated');
});

test('a ceasefire that was only mentioned has not changed', () => {
  const entry = ceasefire([step('agreed', '2016-09-10')]);
  expect(turnsSince([entry], '2016-09-15')).toEqual([]);
});

test('a dispute is new when a claim of it is', () => {
  const entries = [toll(true, '2016-09-18'), toll(true, '2016-09-10'), toll(false, '2016-09-18')];
  expect(disputesSince(entries, '2016-09-15')).toHaveLength(1);
});

test('kinds are counted, the new ones apart', () => {
  const counts = countKinds([toll(true, '2016-09-18'), toll(true, '2016-09-10')], '2016-09-15');
  expect(counts.find(({ kind }) => kind === 'toll')).toEqual({ kind: 'toll', count: 2, fresh: 1 });
});
