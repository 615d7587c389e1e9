import { describe, expect, it } from 'vitest';
import { utf16Offsets } from './offsets';

describe('utf16Offsets', () => {
  it('leaves offsets as they are where every character is one unit', () => {
    const at = utf16Offsets('Øst-Aleppo');
    expect([0, 4, 10, 99].map(at)).toEqual([0, 4, 10, 10]);
  });

  it('counts two units for what lies beyond the first plane', () => {
    const text = 'a😀b𐍈c';
    const at = utf16Offsets(text);
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([0, 1, 3, 4, 6, 7]);
    expect(text.slice(at(2), at(3))).toBe('b');
  });
});
