// The text in blocks that a browser draws one by one: paragraphs, and pieces of those that are
// too long to be laid out at once.

import type { Words } from '../api/types';

export interface Block extends Words {
  /** Whether it goes on with the paragraph of the block before. */
  continued: boolean;
}

export const longestBlock = 4000;

/** Where to cut a text that is too long: after the last space, never within a character. */
function cutAt(text: string, begin: number): number {
  const limit = begin + longestBlock;
  const space = text.lastIndexOf(' ', limit);
  if (space > begin + longestBlock / 2) return space + 1;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit;
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const gaps = /\n[ \t\r]*\n\s*/g;
  const add = (from: number, to: number) => {
    for (let begin = from; begin < to; ) {
      const end = to - begin > longestBlock ? cutAt(text, begin) : to;
      blocks.push({ begin, end, continued: begin > from });
      begin = end;
    }
  };
  let begin = 0;
  for (const gap of text.matchAll(gaps)) {
    add(begin, gap.index);
    begin = gap.index + gap[0].length;
  }
  add(begin, text.length);
  return blocks;
}

/** The index of the block that holds an offset, or of the last one before it. */
export function blockAt(blocks: readonly Words[], at: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (blocks[middle]!.begin <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
