// The articles of the queue: the next ones are fetched while one is read, and kept for as long as
// the queue is likely to come back to them.

import { api } from '../../api/client';
import type { FullDocument } from '../../api/types';
import { articleOf, type Article } from '../../article/article';

export interface QueuedArticle {
  found: FullDocument;
  article: Article;
}

const kept = new Map<string, Promise<QueuedArticle>>();
const most = 12;

export function fetchArticle(key: string): Promise<QueuedArticle> {
  const known = kept.get(key);
  if (known) return known;
  const coming = api
    .document(key)
    .then((found) => ({ found, article: articleOf(found.text, found.coded) }));
  kept.set(key, coming);
  coming.catch(() => kept.delete(key));
  const oldest = kept.keys().next().value;
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return coming;
}

/** For when the queue is left: corrections made elsewhere make what was fetched out of date. */
export const forgetArticles = (): void => kept.clear();
