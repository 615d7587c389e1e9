import { describe, expect, it } from 'vitest';
import { boxFrom, boxOf, boxText, fit, inside, transformOf, viewOf, within } from './view';

const size = { width: 800, height: 500 };

describe('view', () => {
  it('is the same after d3-zoom has had it', () => {
    const view = { lon: 36.5, lat: 34.2, zoom: 6 };
    const back = viewOf(transformOf(view, size), size);
    expect(back.lon).toBeCloseTo(36.5);
    expect(back.lat).toBeCloseTo(34.2);
    expect(back.zoom).toBeCloseTo(6);
  });
  it('goes round the world, and not beyond the poles', () => {
    const view = within({ lon: 190, lat: 89, zoom: 3 }, size);
    expect(view.lon).toBe(-170);
    expect(view.lat).toBeLessThan(85);
  });
  it('fits all points', () => {
    const points = [{ lat: 36, lon: 37 }, { lat: 33, lon: 36 }];
    const box = boxOf(fit(points, size), size);
    expect(points.every((point) => inside(box, point))).toBe(true);
    expect(box.east - box.west).toBeLessThan(20);
  });
});

describe('box', () => {
  it('may lie across 180 degrees', () => {
    const box = boxOf({ lon: 178, lat: 0, zoom: 4 }, size);
    expect(box.west).toBeGreaterThan(box.east);
    expect(inside(box, { lat: 0, lon: -179 })).toBe(true);
    expect(inside(box, { lat: 0, lon: 0 })).toBe(false);
  });
  it('is read as it is written', () => {
    const box = { west: -1.5, south: 2, east: 3, north: 4.25 };
    expect(boxFrom(boxText(box))).toEqual(box);
    expect(boxFrom('1,2,three')).toBeNull();
  });
});
