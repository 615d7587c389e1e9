import { describe, expect, it } from 'vitest';
import { completed, documentsIn, isTooLarge } from './files';

describe('documentsIn', () => {
  it('takes a text for one article', () => {
    expect(documentsIn('a.txt', '\ufeffDe møttes.')).toEqual([{ text: 'De møttes.', id: 'a.txt' }]);
  });

  it('reads a line of JSON Lines as an article, with the fields that the server knows', () => {
    const lines = '{"text":"A","title":"T","votes":3}\n\n{"text":"B","language":null}\n';
    expect(documentsIn('a.jsonl', lines)).toEqual([{ text: 'A', title: 'T' }, { text: 'B' }]);
  });

  it('reads one article or a list of them as JSON', () => {
    expect(documentsIn('a.json', '{"text":"A"}')).toEqual([{ text: 'A' }]);
    expect(documentsIn('a.json', '[{"text":"A"},{"text":"B"}]')).toHaveLength(2);
  });

  it('tells the line that cannot be read', () => {
    const refused = (content: string) => () => documentsIn('a.jsonl', content);
    expect(refused('{"text":"A"}\n{"text":')).toThrow(expect.objectContaining({ line: 2 }));
    expect(refused('{"title":"no text"}')).toThrow(expect.objectContaining({ line: 1 }));
    expect(refused('null')).toThrow(expect.objectContaining({ line: 1 }));
  });
});

describe('completed', () => {
  it('keeps what the article says itself', () => {
    const given = { publisher: 'AP', published: '', language: 'en' };
    expect(completed({ text: 'A', language: 'nb' }, given)).toEqual({
      text: 'A',
      language: 'nb',
      publisher: 'AP',
    });
  });
});

describe('isTooLarge', () => {
  it('counts bytes, not letters', () => {
    expect(isTooLarge({ text: 'a'.repeat(3 << 20) })).toBe(false);
    expect(isTooLarge({ text: 'å'.repeat(3 << 20) })).toBe(true);
  });
});
