import { describe, expect, it } from 'vitest';
import { blockAt, blocksOf, longestBlock } from './blocks';

const pieces = (text: string) => blocksOf(text).map(({ begin, end }) => text.slice(begin, end));

describe('blocksOf', () => {
  it('makes a block of each paragraph', () => {
    expect(pieces('One.\nStill one.\n \n\nTwo.')).toEqual(['One.\nStill one.', 'Two.']);
  });

  it('cuts what is too long after a space', () => {
    const blocks = pieces('word '.repeat(2000));
    expect(blocks.every((block) => block.length <= longestBlock + 1)).toBe(true);
    expect(blocks.slice(0, -1).every((block) => block.endsWith(' '))).toBe(true);
  });

  it('cuts an unbroken string without parting a character', () => {
    const text = `a${'😀'.repeat(3000)}`;
    const blocks = pieces(text);
    expect(blocks.join('')).toBe(text);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.some((block) => /[\ud800-\udbff]$/.test(block))).toBe(false);
  });
});

describe('blockAt', () => {
  it('finds the block of an offset', () => {
    const blocks = blocksOf('One.\n\nTwo.\n\nThree.');
    expect([0, 3, 6, 12, 99].map((at) => blockAt(blocks, at))).toEqual([0, 0, 1, 2, 2]);
  });
});
