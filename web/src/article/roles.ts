// Which words of the text fill the roles of a record: the mentions nearest to the word that tells
// of it, in its own sentence if they are there.

import type { Words } from '../api/types';
import type { Article, ArticleEntity, Mention } from './article';
import type { ArticleRecord } from './records';

export interface RoleWords extends Words {
  role: string;
}

/** Words farther away than this many letters are not shown with a record. */
const farthest = 3000;

const middle = (words: Words) => (words.begin + words.end) / 2;

const kinds = ['name', 'nominal', 'pronoun'];

/** A name says more than a pronoun: of the mentions in a sentence, those of the best kind. */
function telling(mentions: Mention[], { begin, end }: Words): Mention[] {
  const inside = mentions.filter((one) => one.begin >= begin && one.end <= end);
  const kind = kinds.find((each) => inside.some((one) => one.kind === each));
  return kind ? inside.filter((one) => one.kind === kind) : mentions;
}

function nearest(mentions: Mention[], record: ArticleRecord, anchor: Words): Words | null {
  const distance = (words: Words) => Math.abs(middle(words) - middle(anchor));
  const found = telling(mentions, record.evidence).reduce<Words | null>(
    (best, words) => (best && distance(best) <= distance(words) ? best : words),
    null,
  );
  return found && distance(found) <= farthest ? found : null;
}

/** Where some words stand in the sentence of a record, else close to it. */
function find(text: string, wanted: string, { begin, end }: Words): Words | null {
  if (!wanted) return null;
  const around = Math.max(begin - farthest, 0);
  const inside = text.slice(begin, end).indexOf(wanted);
  const near = inside >= 0 ? -1 : text.slice(around, end + farthest).indexOf(wanted);
  if (inside < 0 && near < 0) return null;
  const found = inside >= 0 ? begin + inside : around + near;
  return { begin: found, end: found + wanted.length };
}

/** Where a record begins in the text: the word that tells of it, else the first of its sentence. */
export function anchorOf(article: Article, record: ArticleRecord): Words {
  if (record.trigger) return record.trigger;
  const { begin, end } = record.evidence;
  const word = /^\S{1,40}/.exec(article.text.slice(begin, end));
  return { begin, end: begin + Math.max(word?.[0].length ?? 0, 1) };
}

function placeWords(article: Article, record: ArticleRecord, anchor: Words): Words | null {
  const name = record.place?.name;
  if (!name) return null;
  const named = (entity: ArticleEntity) =>
    entity.name === name && (entity.type === 'place' || entity.type === 'country');
  const mentions = article.entities.filter(named).flatMap((entity) => entity.mentions);
  return nearest(mentions, record, anchor) ?? find(article.text, name, record.evidence);
}

export function dateWords(article: Article, record: ArticleRecord): Words | null {
  return find(article.text, record.dateText ?? '', record.evidence);
}

/** The words that fill the roles of a record; a role that no words name is left out. */
export function rolesOf(article: Article, record: ArticleRecord): RoleWords[] {
  const anchor = anchorOf(article, record);
  const byId = new Map(article.entities.map((entity) => [entity.id, entity]));
  const found: [string, Words | null][] = record.parties.map(({ role, party }) => {
    const mentions = byId.get(party.entity ?? '')?.mentions ?? [];
    return [role, nearest(mentions, record, anchor)];
  });
  found.push(['place', placeWords(article, record, anchor)]);
  found.push(['date', dateWords(article, record)]);
  const seen = new Set<string>();
  return found.flatMap(([role, words]) => {
    const key = `${role} ${words?.begin}`;
    if (!words || seen.has(key)) return [];
    seen.add(key);
    return [{ role, begin: words.begin, end: words.end }];
  });
}
