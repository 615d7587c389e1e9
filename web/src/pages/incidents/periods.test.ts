import { describe, expect, it } from 'vitest';
import { asFilters, endMoved, mainSpan, spanBetween, unitOf } from './periods';

const bar = (since: string, until: string, count: number) => ({ since, until, count });

describe('mainSpan', () => {
  it('leaves out the few of long ago', () => {
    const bars = [bar('1914-07-01', '1914-07-31', 1), bar('2016-09-01', '2016-09-30', 99)];
    expect(mainSpan(bars)).toEqual({ since: '2016-09-01', until: '2016-09-30' });
  });
  it('is none without bars', () => {
    expect(mainSpan([])).toBeNull();
  });
});

describe('choosing', () => {
  const all = { since: '2016-01-01', until: '2016-12-31' };
  it('counts a year by weeks', () => {
    expect(unitOf(all)).toBe('week');
  });
  it('takes whole units, in whatever direction one draws', () => {
    expect(spanBetween('2016-03-10', '2016-02-11', 'month')).toEqual({
      since: '2016-02-01',
      until: '2016-03-31',
    });
  });
  it('moves an end by a unit, within the other end and the whole', () => {
    const chosen = { since: '2016-02-01', until: '2016-02-29' };
    expect(endMoved('ArrowRight', 'until', chosen, all, 'month')?.until).toBe('2016-03-31');
    expect(endMoved('ArrowRight', 'since', chosen, all, 'month')).toBeNull();
    expect(endMoved('ArrowLeft', 'since', chosen, all, 'month')?.since).toBe('2016-01-01');
    expect(endMoved('Tab', 'since', chosen, all, 'month')).toBeNull();
  });
  it('is no filter where nothing is cut off', () => {
    expect(asFilters(all, all)).toEqual({ since: null, until: null });
  });
});
