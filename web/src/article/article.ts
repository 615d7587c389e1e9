// An article with its records, made once for each document.

import type { CodedDocument, Words } from '../api/types';
import { utf16Offsets } from './offsets';
import { recordsOf, type ArticleRecord } from './records';

export interface Mention extends Words {
  kind: string;
}

export interface ArticleEntity {
  id: string;
  type: string;
  name: string;
  country: string | null;
  sector: string[];
  mentions: Mention[];
}

export interface Article {
  text: string;
  language: string;
  records: ArticleRecord[];
  entities: ArticleEntity[];
}

export function articleOf(text: string, coded: CodedDocument): Article {
  const at = utf16Offsets(text);
  const entities = coded.entities.map(({ id, type, name, country, sector, mentions }) => ({
    id,
    type,
    name,
    country,
    sector,
    mentions: mentions.map(({ begin, end, kind }) => ({ begin: at(begin), end: at(end), kind })),
  }));
  return { text, language: coded.language, records: recordsOf(coded, at), entities };
}

const within = (words: Words, at: number) => words.begin <= at && at < words.end;
const length = (words: Words) => words.end - words.begin;

/** The record whose word stands at an offset, else the one with the shortest sentence around it. */
export function recordAt(article: Article, at: number): ArticleRecord | null {
  const told = article.records.find((one) => one.trigger && within(one.trigger, at));
  if (told) return told;
  return article.records
    .filter((one) => within(one.evidence, at))
    .reduce<ArticleRecord | null>(
      (best, one) => (best && length(best.evidence) <= length(one.evidence) ? best : one),
      null,
    );
}
