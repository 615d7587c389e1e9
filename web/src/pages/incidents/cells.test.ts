import { describe, expect, it } from 'vitest';
import type { MapCell } from '../../api/types';
import { cellWidth, commonest, namesOf, placesByCell, snapped } from './cells';

const place = (name: string, lat: number, lon: number) => ({ name, lat, lon });

describe('cells', () => {
  it('hold the places of their square', () => {
    const places = [
      place('Aleppo', 36.2, 37.16),
      place('Idlib', 35.9, 36.6),
      place('Oslo', 59, 10),
    ];
    const cell = { lat: 36, lon: 36.9, count: 2, types: {}, place: 'Aleppo', places: 2, id: null };
    expect(namesOf(cell as MapCell, 3, placesByCell(places, 3))).toEqual(['Aleppo', 'Idlib']);
  });
  it('have their commonest type', () => {
    expect(commonest({ AID: 1, ASSAULT: 3 })).toBe('ASSAULT');
  });
});

describe('snapped', () => {
  it('goes out to the edges of cells', () => {
    const box = snapped({ west: 30.1, south: 31, east: 40, north: 39 }, 3);
    for (const edge of Object.values(box)) expect(edge % cellWidth(3)).toBe(0);
    expect(box.west).toBeLessThanOrEqual(30.1);
    expect(box.north).toBeGreaterThanOrEqual(39);
  });
  it('is the world where the world is shown', () => {
    expect(snapped({ west: -180, south: -60, east: 180, north: 80 }, 1)).toMatchObject({
      west: -180, east: 180,
    });
  });
});
