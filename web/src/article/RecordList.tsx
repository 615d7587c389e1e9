// All records of an article, some at a time: those around the one at hand.

import { useEffect, useRef, useState } from 'preact/hooks';
import { strings } from '../i18n';
import { formatNumber } from '../i18n/format';
import type { Article } from './article';
import type { Verdict } from './corrections';
import { PlainText } from '../parts/PlainText';
import { RecordTitle, VerdictSign } from './RecordTitle';
import type { ArticleRecord } from './records';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface RecordListProps {
  article: Article;
  current: ArticleRecord | null;
  verdict?: (record: ArticleRecord) => Verdict;
  choose: (record: ArticleRecord) => void;
  preview: (record: ArticleRecord | null) => void;
}

const atOnce = 100;
const longestWords = 90;

function wordsOf(article: Article, record: ArticleRecord): string {
  const { begin, end } = record.trigger ?? record.evidence;
  const words = article.text.slice(begin, end);
  return words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words;
}

/** Scrolls the list, and the list alone: the text beside it must stay where it is. */
function showWithin(list: HTMLElement, item: HTMLElement): void {
  const { offsetTop: top, offsetHeight: height } = item;
  if (top < list.scrollTop) list.scrollTop = top;
  const below = top + height - list.clientHeight;
  if (below > list.scrollTop) list.scrollTop = below;
}

export function RecordList({ article, current, verdict, choose, preview }: RecordListProps) {
  const words = strings({ en, nb });
  const { records } = article;
  const at = current ? records.indexOf(current) : 0;
  const [begin, setBegin] = useState(0);
  useEffect(() => setBegin(at - (at % atOnce)), [at]);
  const end = Math.min(begin + atOnce, records.length);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const show = () => {
      const chosen = list.current?.querySelector<HTMLElement>('[aria-current]');
      if (list.current && chosen) showWithin(list.current, chosen);
    };
    show();
    // What stands above the list comes late, and leaves it less room.
    const sizes = new ResizeObserver(show);
    if (list.current) sizes.observe(list.current);
    return () => sizes.disconnect();
  }, [current, begin]);

  if (records.length === 0) return <p class="muted">{words.noRecords}</p>;
  return (
    <>
      <ol ref={list} class="record-list" start={begin + 1}>
        {records.slice(begin, end).map((record) => (
          <li key={record.id}>
            <button
              type="button"
              aria-current={record === current ? 'true' : undefined}
              onClick={() => choose(record)}
              onFocus={() => preview(record)}
              onBlur={() => preview(null)}
              onPointerEnter={(event) => event.pointerType === 'mouse' && preview(record)}
              onPointerLeave={() => preview(null)}
            >
              <RecordTitle record={record} />
              {verdict && <VerdictSign bare verdict={verdict(record)} />}
              <bdi class="record-words">
                <PlainText>{wordsOf(article, record)}</PlainText>
              </bdi>
            </button>
          </li>
        ))}
      </ol>
      {records.length > atOnce && (
        <p class="record-pages">
          <button type="button" disabled={begin === 0} onClick={() => setBegin(begin - atOnce)}>
            {words.earlier}
          </button>
          <span>
            {words.range(
              formatNumber(begin + 1), formatNumber(end), formatNumber(records.length),
            )}
          </span>
          <button
            type="button"
            disabled={end === records.length}
            onClick={() => setBegin(begin + atOnce)}
          >
            {words.later}
          </button>
        </p>
      )}
    </>
  );
}
