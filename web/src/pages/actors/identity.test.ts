import { expect, test } from 'vitest';
import { isCode, named, roleIn, sameAs } from './identity';

const person = (name: string, country: string, sector: string[], canonical: string | null = null) =>
  ({ name, canonical, country, sector });

const lavrov = {
  kind: 'actor' as const, name: 'Sergey Lavrov', canonical: 'Sergey Lavrov', type: 'person',
  country: 'RUS', sector: ['GOV'], names: ['Sergej Lavrov', 'Lavrov'], offices: [], documents: 2,
  first_report: null, last_report: null,
};

test('codes are told from names', () => {
  expect(['RUS', 'RUS:MIL', 'SYR:GOV+MIL', 'UNO'].every(isCode)).toBe(true);
  expect(['ELN', 'Lavrov', 'RUS:', 'RUS:mil', 'a:b:c'].some(isCode)).toBe(false);
});

test('a person is known by any name that articles use', () => {
  expect(named('sergej lavrov', [lavrov])).toBe(lavrov);
  const same = sameAs('Sergey Lavrov', lavrov);
  expect(same(person('Lavrov', 'RUS', ['GOV']))).toBe(true);
  expect(same(person('Kerry', 'USA', ['GOV']))).toBe(false);
});

test('a side is known by its country and sectors', () => {
  const same = sameAs('SYR:MIL', null);
  expect(same(person('hæren', 'SYR', ['GOV', 'MIL']))).toBe(true);
  expect(same(person('Syria', 'SYR', ['GOV']))).toBe(false);
});

test('the role in an incident', () => {
  const army = person('hæren', 'SYR', ['MIL']);
  const rebels = person('opprørerne', 'SYR', ['REB']);
  const entry = { actor: [army], recipient: [rebels] };
  expect(roleIn(entry, sameAs('SYR:MIL', null))).toBe('did');
  expect(roleIn(entry, sameAs('SYR:REB', null))).toBe('received');
  expect(roleIn(entry, sameAs('SYR', null))).toBe('both');
  expect(roleIn(entry, sameAs('USA', null))).toBe('other');
});
