// SVG does not break or cut lines; this cuts a text to a width. Letters are taken to be as wide as
// they are on average in the 12 pixel type of charts.

const letter = 6.3;

export const textWidth = (text: string): number => [...text].length * letter;

/**
 * The text if it fits, else its beginning; nothing where not even three letters would fit. Words
 * stay whole where that costs no more than the last third.
 */
export function fitText(text: string, width: number): string {
  const fitting = Math.floor(width / letter);
  const letters = [...text];
  if (letters.length <= fitting) return text;
  if (fitting < 4) return '';
  const cut = letters[fitting - 1] === ' ' ? fitting - 1 : letters.lastIndexOf(' ', fitting - 1);
  const end = cut > (fitting * 2) / 3 ? cut : fitting - 1;
  return `${letters.slice(0, end).join('').replace(/[\s,·–]+$/, '')}…`;
}
