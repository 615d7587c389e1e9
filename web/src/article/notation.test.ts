import { describe, expect, it } from 'vitest';
import {
  daysNotation, daysOf, partyNotation, placeNotation, shownParties, tidyParties,
} from './notation';

describe('partyNotation', () => {
  it('writes codes with a colon, as the server does', () => {
    const lavrov = { name: 'Lavrov', country: 'RUS', sector: ['GOV'] };
    expect(partyNotation(lavrov)).toBe('Lavrov (RUS:GOV)');
    expect(partyNotation({ name: 'EU', country: 'EUR', sector: [] })).toBe('EU (EUR:)');
    expect(partyNotation({ name: '', country: 'USA', sector: ['MIL', 'COP'] })).toBe('USA:MIL+COP');
    expect(partyNotation({ name: 'somebody', country: null, sector: [] })).toBe('somebody');
  });
});

describe('tidyParties', () => {
  it('gives a country without a sector its colon', () => {
    expect(tidyParties(' USA; Norge (NOR) ;;Lavrov (RUS:GOV)')).toBe(
      'USA:; Norge (NOR:); Lavrov (RUS:GOV)',
    );
  });

  it('takes it away again for people', () => {
    expect(shownParties('USA:; Norge (NOR:); Lavrov (RUS:GOV)')).toBe(
      'USA; Norge (NOR); Lavrov (RUS:GOV)',
    );
  });
});

describe('placeNotation', () => {
  it('writes the country after the name, or alone', () => {
    expect(placeNotation({ name: 'Aleppo', country: 'SYR' })).toBe('Aleppo, SYR');
    expect(placeNotation({ name: null, country: 'SYR' })).toBe(', SYR');
    expect(placeNotation(null)).toBe('');
  });
});

describe('days', () => {
  it('writes one day or a span, and reads both', () => {
    expect(daysNotation({ begin: '2016-09-12', end: '2016-09-12' })).toBe('2016-09-12');
    expect(daysOf('2016-09-12')).toEqual({ begin: '2016-09-12', end: '2016-09-12' });
    expect(daysOf('2016-09-12/2016-09-14')).toEqual({ begin: '2016-09-12', end: '2016-09-14' });
    expect(daysOf('')).toEqual({ begin: '', end: '' });
  });
});
