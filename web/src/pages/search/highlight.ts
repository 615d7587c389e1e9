// Where the words that were searched for stand in a snippet.

interface Piece {
  text: string;
  hit: boolean;
}

const letter = /[\p{Letter}\p{Number}]+/gu;

/** The words of a question, in small letters; `prefix` when a star says that it may go on. */
function wanted(question: string): { word: string; prefix: boolean }[] {
  const words = question.toLowerCase().match(/[\p{Letter}\p{Number}]+\*?/gu) ?? [];
  return words.map((word) => ({ word: word.replace('*', ''), prefix: word.endsWith('*') }));
}

export function highlight(snippet: string, question: string): Piece[] {
  const words = wanted(question);
  const fits = (found: string) =>
    words.some(({ word, prefix }) => (prefix ? found.startsWith(word) : found === word));
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of snippet.matchAll(letter)) {
    if (!fits(match[0].toLowerCase())) continue;
    if (match.index > end) pieces.push({ text: snippet.slice(end, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    end = match.index + match[0].length;
  }
  if (end < snippet.length) pieces.push({ text: snippet.slice(end), hit: false });
  return pieces;
}
