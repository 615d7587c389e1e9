import { describe, expect, it } from 'vitest';
import { highlight } from './highlight';

const hits = (snippet: string, question: string) =>
  highlight(snippet, question).filter((piece) => piece.hit).map((piece) => piece.text);

describe('highlight', () => {
  it('finds whole words, whatever their case', () => {
    expect(hits('Aleppo and aleppoan', 'ALEPPO')).toEqual(['Aleppo']);
  });

  it('finds beginnings where a star asks for them', () => {
    expect(hits('bombs, Bombing; bom', 'bomb*')).toEqual(['bombs', 'Bombing']);
  });

  it('keeps all of the snippet', () => {
    const snippet = '… <b>Halvøya</b>, 24 timer …';
    expect(highlight(snippet, 'halvøya 24').map((piece) => piece.text).join('')).toBe(snippet);
  });
});
