import { useEffect } from 'preact/hooks';
import type { Article } from './article';
import type { ArticleRecord } from './records';
import { anchorOf } from './roles';

/** Brings the words of a record into view, where they are not. */
export function useInView(article: Article | null, record: ArticleRecord | null): void {
  useEffect(() => {
    if (!article || !record) return;
    const { begin } = anchorOf(article, record);
    document.querySelector(`[data-begin="${begin}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [article, record?.id]);
}
