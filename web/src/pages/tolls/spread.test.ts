import { describe, expect, it } from 'vitest';
import { spread } from './spread';

describe('spread', () => {
  it('leaves claims at their days where there is room', () => {
    const signs = [{ x: 50, y: 10, width: 30 }, { x: 200, y: 10, width: 30 }];
    expect(spread(signs, 400).map((place) => place.x)).toEqual([50, 200]);
  });
  it('puts claims of one day side by side, unless their numbers are far apart', () => {
    const [first, second, third] = spread(
      [{ x: 50, y: 10, width: 30 }, { x: 50, y: 12, width: 30 }, { x: 50, y: 60, width: 30 }],
      400,
    );
    expect(first!.x).toBe(50);
    expect(second!.x).toBeGreaterThan(85);
    expect(third!.x).toBe(50);
  });
  it('writes to the left of what stands at the right edge', () => {
    expect(spread([{ x: 390, y: 10, width: 30 }], 400)).toEqual([{ x: 390, leftward: true }]);
  });
});
