import { expect, test } from 'vitest';
import { csvCell, fileName } from './download';

test('a cell with a comma, a quotation mark or a line break is quoted', () => {
  expect(csvCell('Aleppo, SYR')).toBe('"Aleppo, SYR"');
  expect(csvCell('the "truce"')).toBe('"the ""truce"""');
  expect(csvCell('one\ntwo')).toBe('"one\ntwo"');
});

test('text from an article is no formula', () => {
  expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
  expect(csvCell('@sum')).toBe("'@sum");
});

test('numbers stay numbers, and nothing stays empty', () => {
  expect(csvCell(-4)).toBe('-4');
  expect(csvCell(null)).toBe('');
});

test('a file is named after its title', () => {
  expect(fileName('Tolls: killed & wounded', 'csv')).toBe('varde-tolls-killed-wounded.csv');
});
