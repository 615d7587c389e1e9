import { expect, test } from 'vitest';
import { noFilters } from '../../router/filters';
import { exportCommand, quoted } from './command';

test('the command has the filters', () => {
  const filters = { ...noFilters, country: ['SYR', 'IRQ'], min_reports: 2, as_of: '2016-09-18' };
  expect(exportCommand('ucdp', filters)).toBe(
    'varde export --db STORE --format ucdp --country SYR --country IRQ --as-of 2016-09-18 ' +
      '--min-reports 2 --output varde.csv',
  );
});

test('a name from an article runs nothing', () => {
  expect(quoted("a'; rm -rf ~")).toBe("'a'\\''; rm -rf ~'");
});
