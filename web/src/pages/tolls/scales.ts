// Numbers of people over pixels.

import { type ScaleContinuousNumeric, scaleLinear, scaleSymlog } from 'd3-scale';
import { farApart, type Limits } from './lanes';

export type NumberScale = ScaleContinuousNumeric<number, number>;

/** From nought; by size alone where numbers lie too far apart to be seen on one straight scale. */
export function numberScale(limits: Limits, range: [number, number]): NumberScale {
  const domain: [number, number] = [0, limits.high];
  if (farApart(limits)) return scaleSymlog().domain(domain).range(range);
  return scaleLinear().domain(domain).nice(4).range(range);
}

export function numberTicks(scale: NumberScale, limits: Limits, count: number): number[] {
  if (!farApart(limits)) return scale.ticks(count);
  const powers = [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];
  const fitting = powers.filter((power) => power <= limits.high);
  const every = Math.max(1, Math.ceil(fitting.length / (count + 1)));
  return fitting.reverse().filter((_, index) => index % every === 0).reverse();
}
