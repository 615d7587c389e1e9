import { describe, expect, it } from 'vitest';
import type { CodedDocument } from '../api/types';
import { articleOf, recordAt } from './article';
import { rolesOf } from './roles';

const text = '😀 Opprørere angrep Tripoli mandag og drepte 12.';

// Offsets count code points: the smiling face is one.
const coded = {
  language: 'nb',
  entities: [
    {
      id: 'e1', type: 'armed_group', name: 'Opprørere', country: 'LBY', sector: ['REB'],
      mentions: [{ begin: 2, end: 11, text: 'Opprørere', kind: 'name' }],
    },
    {
      id: 'e2', type: 'place', name: 'Tripoli', country: 'LBY', sector: [],
      mentions: [{ begin: 19, end: 26, text: 'Tripoli', kind: 'name' }],
    },
  ],
  events: [
    {
      id: 'v1', type: 'ASSAULT', status: 'actual', confidence: 0.9, rule: 'nb/angripe.verb',
      trigger: { begin: 12, end: 18, text: 'angrep' }, evidence: { begin: 2, end: 47 },
      actor: [{ entity: 'e1', name: 'Opprørere', country: 'LBY', sector: ['REB'] }],
      recipient: [], according_to: [],
      place: { name: 'Tripoli', country: 'LBY', lat: 32.9, lon: 13.2 },
      date: { begin: '2020-01-13', end: '2020-01-13', text: 'mandag' },
    },
  ],
  tolls: [
    {
      id: 't1', kind: 'killed', low: 12, high: null, who: null, event: 'v1', confidence: 0.8,
      rule: null, evidence: { begin: 37, end: 46 }, place: null, date: null, according_to: [],
    },
  ],
  ceasefires: [], talks: [], resolutions: [], control: [],
} as unknown as CodedDocument;

const article = articleOf(text, coded);

describe('articleOf', () => {
  it('finds the words of a record in the text', () => {
    const [event] = article.records;
    expect(text.slice(event!.trigger!.begin, event!.trigger!.end)).toBe('angrep');
  });

  it('gives a toll the place, the day and the actor of its cause', () => {
    expect(article.records[1]!.values).toMatchObject({
      type: 'killed', low: '12', high: '', place: 'Tripoli, LBY', date: '2020-01-13',
      actor: 'Opprørere (LBY:REB)',
    });
  });

  it('knows which record stands at a place in the text', () => {
    expect(recordAt(article, text.indexOf('angrep'))?.id).toBe('v1');
    expect(recordAt(article, text.indexOf('12'))?.id).toBe('t1');
    expect(recordAt(article, 0)).toBeNull();
  });
});

describe('rolesOf', () => {
  it('finds the words that fill the roles', () => {
    const roles = rolesOf(article, article.records[0]!);
    const words = roles.map(({ role, begin, end }) => [role, text.slice(begin, end)]);
    expect(words).toEqual([['actor', 'Opprørere'], ['place', 'Tripoli'], ['date', 'mandag']]);
  });
});
