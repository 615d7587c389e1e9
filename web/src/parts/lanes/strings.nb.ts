import type { Strings } from './strings.en';

export const nb: Strings = {
  agreed: 'Dagene som ble avtalt',
  silent: 'Ingen meldinger lenger; den siste tilstanden står',
  violation: 'Påstått brudd',
  violations: (count) => (count === 1 ? '1 påstått brudd' : `${count} påståtte brudd`),
  unnamed: 'Ukjent område',
  legend: 'Tegn',
};
