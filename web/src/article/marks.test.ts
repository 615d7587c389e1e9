import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks';
import { marksByBlock, segmentsOf, type Mark } from './marks';

const mark = (begin: number, end: number, ...names: string[]): Mark => ({
  begin,
  end,
  layer: null,
  names,
});

describe('segmentsOf', () => {
  it('cuts a text where overlapping marks begin and end', () => {
    const segments = segmentsOf({ begin: 0, end: 10 }, [mark(1, 6, 'a'), mark(4, 8, 'b')]);
    expect(segments).toEqual([
      { begin: 0, end: 1, names: [] },
      { begin: 1, end: 4, names: ['a'] },
      { begin: 4, end: 6, names: ['a', 'b'] },
      { begin: 6, end: 8, names: ['b'] },
      { begin: 8, end: 10, names: [] },
    ]);
  });

  it('keeps to the block', () => {
    const segments = segmentsOf({ begin: 5, end: 8 }, [mark(0, 6, 'a'), mark(9, 12, 'b')]);
    expect(segments).toEqual([
      { begin: 5, end: 6, names: ['a'] },
      { begin: 6, end: 8, names: [] },
    ]);
  });
});

describe('marksByBlock', () => {
  it('gives a mark to every block that it reaches into', () => {
    const blocks = blocksOf('One.\n\nTwo.\n\nThree.');
    const { byBlock, capped } = marksByBlock(blocks, [mark(2, 8, 'a')]);
    expect([...byBlock.keys()]).toEqual([0, 1]);
    expect(capped).toBe(false);
  });

  it('leaves out what is too much, and says so', () => {
    const many = Array.from({ length: 5000 }, () => mark(0, 2, 'a'));
    const { byBlock, capped } = marksByBlock(blocksOf('One.'), many);
    expect(byBlock.get(0)!.length).toBeLessThan(1000);
    expect(capped).toBe(true);
  });
});
