import { expect, test } from 'vitest';
import { edgesOf, layOut } from './graph';

const link = (source: string, target: string, type: string, quad: number, count: number) => ({
  source, target, type, quad, count,
});
const node = (id: string, count: number) => ({ id, country: id.slice(0, 3), sector: '', count });

const links = [
  link('RUS:MIL', 'UKR:CVL', 'ASSAULT', 4, 5),
  link('RUS:MIL', 'UKR:CVL', 'COERCE', 4, 2),
  link('RUS:MIL', 'UKR:CVL', 'THREATEN', 3, 1),
  link('UKR:GOV', 'RUS:MIL', 'ACCUSE', 3, 4),
];

test('links of one quad class are one edge; others lie beside it', () => {
  const edges = edgesOf(links);
  expect(edges.map(({ quad, count, lane }) => [quad, count, lane])).toEqual([
    [4, 7, 0], [3, 1, 1], [3, 4, 0],
  ]);
});

test('the same network lies the same way, within its box', () => {
  const nodes = [node('RUS:MIL', 12), node('UKR:CVL', 8), node('UKR:GOV', 4)];
  const first = layOut(nodes, edgesOf(links), () => 8);
  expect(layOut(nodes, edgesOf(links), () => 8)).toEqual(first);
  for (const { x, y } of first.values()) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(1);
  }
});
