// The line of an arc between two words.

export interface Point {
  x: number;
  y: number;
}

const sameLine = 6;

/** Over the words when both are in one line, else out to between the lines and in again. */
export function arcPath(from: Point, to: Point): string {
  const between = Math.abs(to.x - from.x);
  const level = Math.abs(to.y - from.y) < sameLine;
  const rise = level ? Math.min(8 + between * 0.06, 22) : 18;
  const start = `${round(from.x)} ${round(from.y)}`;
  const control = `${round(from.x)} ${round(from.y - rise)} ${round(to.x)} ${round(to.y - rise)}`;
  return `M${start}C${control} ${round(to.x)} ${round(to.y)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
