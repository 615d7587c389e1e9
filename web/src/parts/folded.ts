/** A text without accents and capitals, as names are compared. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase();
