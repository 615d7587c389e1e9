// Records that nobody has looked at, one after another, until there is none.

import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLoad } from '../../api/hooks';
import type { Correction, QueueItem } from '../../api/types';
import { useActions, type AtHand } from '../../article/actions';
import '../../article/article.css';
import { ArticleText } from '../../article/ArticleText';
import { recordName } from '../../article/fieldName';
import { useKeys } from '../../article/keys';
import { KeysHelp, type KeyName } from '../../article/KeysHelp';
import { RecordPanel } from '../../article/RecordPanel';
import { useReview, type Review } from '../../article/review';
import { shortTitle } from '../../article/shortTitle';
import { useCorrections } from '../../article/useCorrections';
import { useInView } from '../../article/useInView';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { readerAddress } from '../../parts/addresses';
import { csv, download, fileName } from '../../parts/download';
import { Page } from '../../parts/Page';
import { Empty, Loading, Problem } from '../../parts/States';
import { DateText } from '../../parts/texts';
import { flag, useQuery } from '../../router/query';
import { navigate } from '../../router/router';
import { fetchArticle, forgetArticles, type QueuedArticle } from './documents';
import './queue.css';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { decided, skipped, useQueue } from './useQueue';

const keys: readonly KeyName[] = ['c', 'x', 'e', 's', 'u', 'o', 'Enter', 'Escape', '?'];

const nothing: Correction[] = [];

function saveCorrections(made: Correction[], name: string): void {
  const header = ['number', 'report', 'field', 'value', 'machine', 'by', 'why', 'at'] as const;
  const rows = made.map((one) => header.map((field) => one[field]));
  download(fileName(name, 'csv'), csv([...header], rows));
}

export default function Queue() {
  const words = strings({ en, nb });
  const review = useReview();
  const queue = useQueue();
  const { current } = queue;
  const [help, setHelp] = useState(false);
  useEffect(() => {
    // What is fetched early only saves time; if it fails, it is asked for again in its turn.
    queue.coming.forEach((item) => void fetchArticle(item.key).catch(() => {}));
  }, [current?.report]);
  useEffect(() => forgetArticles, []);
  useKeys({
    s: queue.skip,
    o: () => current && navigate(readerAddress(current.report)),
    '?': () => setHelp(true),
  });

  const progress = (
    <>
      {words.done(formatNumber(decided.value.size))}
      {skipped.value.size > 0 && ` · ${words.skippedCount(formatNumber(skipped.value.size))}`}
    </>
  );
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <strong role="status">{progress}</strong>
          <KeysHelp keys={keys} open={help} setOpen={setHelp} />
          {review.made.length > 0 && (
            <button type="button" onClick={() => saveCorrections(review.made, words.downloadName)}>
              {words.download}
            </button>
          )}
        </>
      }
    >
      {queue.problem && <Problem problem={queue.problem} again={queue.again} />}
      {current && <QueuedRecord item={current} queue={queue} review={review} />}
      {!current && queue.loading && <Loading />}
      {!current && !queue.loading && !queue.problem && (
        <Empty title={words.empty}>
          {skipped.value.size > 0 ? words.onlySkipped : words.emptyText}{' '}
          <button type="button" onClick={queue.again}>
            {words.again}
          </button>
        </Empty>
      )}
    </Page>
  );
}

interface QueuedRecordProps {
  item: QueueItem;
  queue: ReturnType<typeof useQueue>;
  review: Review;
}

function QueuedRecord({ item, queue, review }: QueuedRecordProps) {
  const loaded = useLoad(item.key, () => fetchArticle(item.key));
  const known = loaded.data?.found.key === item.key ? loaded.data : null;
  return (
    <>
      <Source item={item} skip={queue.skip} />
      {loaded.problem && <Problem problem={loaded.problem} again={loaded.reload} />}
      <Judged item={item} known={known} queue={queue} review={review} />
    </>
  );
}

function Source({ item, skip }: { item: QueueItem; skip: () => void }) {
  const words = strings({ en, nb });
  return (
    <div class="queue-source">
      <bdi>{shortTitle(item.title) || item.document}</bdi>
      <bdi>{item.publisher || common().quote.noPublisher}</bdi>
      <DateText date={item.published} />
      <a href={readerAddress(item.report)} aria-keyshortcuts="o">
        {words.open} <kbd aria-hidden="true">o</kbd>
      </a>
      <button type="button" class="quiet" aria-keyshortcuts="s" onClick={skip}>
        {words.skip} <kbd aria-hidden="true">s</kbd>
      </button>
    </div>
  );
}

interface JudgedProps extends QueuedRecordProps {
  known: QueuedArticle | null;
}

function Judged({ item, known, queue, review }: JudgedProps) {
  const words = strings({ en, nb });
  const [{ why }, setQuery] = useQuery({ why: flag });
  const correctionsOf = useCorrections(known?.found.corrections ?? nothing, review.made);
  const id = item.report.split('/')[1];
  const record = known?.article.records.find((one) => one.id === id) ?? null;
  const atHand: AtHand | null = record && {
    report: item.report,
    record,
    corrections: correctionsOf(item.report),
  };
  const actions = useActions(atHand, review, { decided: queue.decide, undone: queue.back });
  useInView(known?.article ?? null, record);
  useKeys({
    c: actions.confirm,
    x: actions.reject,
    e: actions.edit,
    u: actions.undo,
    Enter: () => setQuery({ why: !why }, { replace: true }),
  });
  const none = useMemo(() => new Set<string>(), []);

  if (!known) return <Loading />;
  if (!atHand || !record) return <p>{words.gone}</p>;
  return (
    <div class="reader">
      <section aria-label={words.inContext}>
        <ArticleText
          key={item.report}
          article={known.article}
          record={record}
          rejected={none}
          hidden={[]}
          part={record.evidence}
        />
      </section>
      <aside class="reader-side" aria-label={words.title}>
        <RecordPanel
          article={known.article}
          atHand={atHand}
          versions={known.found.versions}
          review={review}
          actions={actions}
          why={why}
          setWhy={(open) => setQuery({ why: open }, { replace: true })}
        />
        <p class="visually-hidden" role="status">
          {words.now(recordName(record), item.quote)}
        </p>
      </aside>
    </div>
  );
}
