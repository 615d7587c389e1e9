// What is highlighted: marks may overlap, segments do not. A segment has the classes of all marks
// that cover it.

import type { Words } from '../api/types';
import type { Article, ArticleEntity } from './article';
import { blockAt, type Block } from './blocks';
import type { ArticleRecord } from './records';
import { anchorOf, dateWords, type RoleWords } from './roles';
import { quadOf } from '../vocabulary';

export const layers = ['event', 'actor', 'place', 'date', 'source'] as const;
export type Layer = (typeof layers)[number];

export interface Mark extends Words {
  /** Without a layer it is always shown. */
  layer: Layer | null;
  names: string[];
}

export interface Segment extends Words {
  /** The names of all marks that cover it. */
  names: string[];
}

/** So many marks in a block at most, and so much of a sentence: hostile texts have more. */
const mostMarks = 400;
const longestEvidence = 5000;

const shortened = ({ begin, end }: Words): Words => ({
  begin,
  end: Math.min(end, begin + longestEvidence),
});

function entityMarks(entity: ArticleEntity, sources: Set<string>): Mark[] {
  const layer = sources.has(entity.id) ? 'source' : entity.type === 'place' ? 'place' : 'actor';
  return entity.mentions
    .filter((mention) => mention.kind !== 'pronoun')
    .map(({ begin, end }) => ({ begin, end, layer, names: [layer] }));
}

function recordMarks(article: Article, record: ArticleRecord, rejected: boolean): Mark[] {
  const marks: Mark[] = [{ ...shortened(record.evidence), layer: 'event', names: ['evidence'] }];
  const quad = `quad-${quadOf(record.values.type ?? '')}`;
  const names = ['trigger', rejected ? 'rejected' : quad];
  if (record.trigger) marks.push({ ...record.trigger, layer: 'event', names });
  const date = dateWords(article, record);
  if (date) marks.push({ ...date, layer: 'date', names: ['date'] });
  return marks;
}

export function marksOf(article: Article, rejected: ReadonlySet<string>): Mark[] {
  const sources = new Set(
    article.records.flatMap((record) =>
      record.parties
        .filter(({ role }) => role === 'according_to')
        .map(({ party }) => party.entity ?? ''),
    ),
  );
  return [
    ...article.records.flatMap((one) => recordMarks(article, one, rejected.has(one.id))),
    ...article.entities.flatMap((entity) => entityMarks(entity, sources)),
  ];
}

/** The marks of the record that is looked at. */
export function activeMarks(article: Article, record: ArticleRecord, roles: RoleWords[]): Mark[] {
  const always = { layer: null };
  return [
    { ...shortened(record.evidence), ...always, names: ['active-evidence'] },
    { ...anchorOf(article, record), ...always, names: ['active'] },
    ...roles.map(({ begin, end }) => ({ begin, end, ...always, names: ['role'] })),
  ];
}

interface BlockMarks {
  byBlock: Map<number, Mark[]>;
  /** Whether some were left out because a block had too many. */
  capped: boolean;
}

export function marksByBlock(blocks: Block[], marks: Mark[]): BlockMarks {
  const byBlock = new Map<number, Mark[]>();
  let capped = false;
  for (const mark of marks) {
    for (let index = blockAt(blocks, mark.begin); index < blocks.length; index += 1) {
      if (blocks[index]!.begin >= mark.end) break;
      const list = byBlock.get(index) ?? [];
      byBlock.set(index, list);
      if (list.length < mostMarks) list.push(mark);
      else capped = true;
    }
  }
  return { byBlock, capped };
}

/** A block cut wherever a mark begins or ends. */
export function segmentsOf({ begin, end }: Words, marks: Mark[]): Segment[] {
  const clipped = marks
    .map((mark) => ({
      names: mark.names,
      begin: Math.max(mark.begin, begin),
      end: Math.min(mark.end, end),
    }))
    .filter((mark) => mark.begin < mark.end);
  const edges = new Set([begin, end, ...clipped.flatMap((mark) => [mark.begin, mark.end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const covering = clipped.filter((mark) => mark.begin <= from && from < mark.end);
    const names = [...new Set(covering.flatMap((mark) => mark.names))];
    return { begin: from, end: cuts[index + 1]!, names };
  });
}
