import { describe, expect, it } from 'vitest';
import type { Correction } from '../api/types';
import { restoring, takingBack, valuesNow, verdictOf } from './corrections';
import type { ArticleRecord } from './records';

const record = { values: { type: 'ASSAULT', place: 'Aleppo, SYR' } } as unknown as ArticleRecord;

let count = 0;
const said = (field: string, value: string, at = `t${count}`): Correction => ({
  number: (count += 1),
  report: '0123456789ab/v1',
  field,
  value,
  machine: record.values[field] ?? '',
  by: 'Kari',
  why: 'read',
  at,
});

describe('verdictOf', () => {
  it('goes by the last correction of each field', () => {
    expect(verdictOf(record, [])).toBe('none');
    expect(verdictOf(record, [said('valid', 'no'), said('valid', 'yes')])).toBe('confirmed');
    expect(verdictOf(record, [said('valid', 'yes'), said('valid', 'no')])).toBe('rejected');
    expect(verdictOf(record, [said('type', 'PROTEST')])).toBe('corrected');
    expect(verdictOf(record, [said('type', 'PROTEST'), said('type', 'ASSAULT')])).toBe('confirmed');
  });
});

describe('valuesNow', () => {
  it('puts the analysts’ values over the program’s', () => {
    expect(valuesNow(record, [said('place', '')])).toEqual({ type: 'ASSAULT', place: '' });
  });
});

describe('taking back', () => {
  it('brings back what was there before', () => {
    expect(restoring(record, [], { valid: 'no', type: 'PROTEST' })).toEqual({
      valid: '',
      type: 'ASSAULT',
    });
    const before = [said('type', 'COERCE')];
    expect(restoring(record, before, { type: 'PROTEST' })).toEqual({ type: 'COERCE' });
  });

  it('leaves a record as if nobody had looked', () => {
    expect(restoring(record, [], { valid: 'yes' })).toEqual({ valid: '' });
    expect(takingBack(record, [said('valid', 'yes')])).toEqual({ valid: '' });
    expect(verdictOf(record, [said('valid', 'yes'), said('valid', '')])).toBe('none');
  });

  it('has nothing to bring back where nothing was said', () => {
    expect(takingBack(record, [])).toBeNull();
    expect(restoring(record, [said('valid', 'yes')], { valid: 'yes' })).toEqual({});
  });

  it('takes back all that was said at once', () => {
    const corrections = [said('valid', 'yes', 't'), said('type', 'X', 'u'), said('place', '', 'u')];
    expect(takingBack(record, corrections)).toEqual({ type: 'ASSAULT', place: 'Aleppo, SYR' });
  });
});
