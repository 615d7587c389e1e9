// Where claims of one lane stand, so that neither they nor their numbers lie over each other.

export interface Sign {
  x: number;
  y: number;
  /** Of the text beside it. */
  width: number;
}

export interface Place {
  x: number;
  /** Whether the text stands to the left: there is no room to the right. */
  leftward: boolean;
}

/** Half the width of a claim's bar. */
export const half = 4;
const gap = 5;
const textHeight = 14;
const between = 8;

interface Taken {
  from: number;
  to: number;
  y: number;
}

function extent(x: number, width: number, leftward: boolean): { from: number; to: number } {
  const reach = half + gap + width;
  return leftward ? { from: x - reach, to: x + half } : { from: x - half, to: x + reach };
}

/** At its day; beside what is there already, if that is in the way. */
export function spread(signs: Sign[], right: number): Place[] {
  const taken: Taken[] = [];
  return signs.map(({ x: wanted, y, width }) => {
    const leftward = wanted + half + gap + width > right;
    let x = wanted;
    for (let tries = 0; tries < signs.length; ++tries) {
      const mine = extent(x, width, leftward);
      const other = taken.find(
        (each) => Math.abs(each.y - y) < textHeight && each.from < mine.to && mine.from < each.to,
      );
      if (!other) break;
      x = leftward ? other.from - half - between : other.to + half + between;
    }
    taken.push({ ...extent(x, width, leftward), y });
    return { x, leftward };
  });
}
