import { describe, expect, it } from 'vitest';
import type { Claim } from '../../api/types';
import { commonRange, farApart, lanesOf, sourceName } from './lanes';

function claim(source: string, low: number | null, high: number | null, more: object = {}): Claim {
  const report = {
    id: `aaaaaaaaaaaa/t${low}`, document: 'article-1', publisher: 'Avisa Ærlig', language: 'nb',
    published: '2016-09-06', according_to: [{ name: 'Låns', code: '', stance: 'states' }],
    confidence: 0.7,
  };
  return { source, low, high, who: 'people', part: false, replaced: false, report, ...more };
}

const unnamed = (article: string) => `of ${article}`;

describe('sourceName', () => {
  it('writes a source as the article does', () => {
    expect(sourceName(claim('lans', 1, 1), unnamed)).toBe('Låns');
    expect(sourceName(claim('someone else', 1, 1), unnamed)).toBe('someone else');
  });
  it('names the article where nobody is named', () => {
    const nobody = claim('f'.repeat(64), 1, 1);
    nobody.report.according_to = [];
    expect(sourceName(nobody, unnamed)).toBe('of article-1');
  });
});

describe('lanesOf', () => {
  it('gives each source a lane', () => {
    const lanes = lanesOf([claim('a', 1, 2), claim('b', 3, 3), claim('a', 4, null)], unnamed);
    expect(lanes.map((lane) => [lane.source, lane.marks.length])).toEqual([['a', 2], ['b', 1]]);
  });
});

describe('commonRange', () => {
  const range = (...claims: Claim[]) => commonRange(lanesOf(claims, unnamed));
  it('is what all claims allow', () => {
    expect(range(claim('a', 15, null), claim('b', 10, 20))).toEqual({ low: 15, high: 20 });
  });
  it('is none where they exclude each other', () => {
    expect(range(claim('a', 62, 62), claim('b', 90, 90))).toBeNull();
  });
  it('does not heed what was replaced', () => {
    expect(range(claim('a', 62, 62, { replaced: true }), claim('b', 90, 90))).toEqual({
      low: 90,
      high: 90,
    });
  });
});

describe('farApart', () => {
  it('tells hundreds from tens of thousands', () => {
    expect(farApart({ low: 281, high: 146000 })).toBe(true);
    expect(farApart({ low: 35, high: 48 })).toBe(false);
  });
});
