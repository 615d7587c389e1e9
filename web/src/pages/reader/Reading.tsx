// The text beside its records: go through them, look at what each rests on, say what is right.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FullDocument } from '../../api/types';
import { useActions, type AtHand } from '../../article/actions';
import type { Article } from '../../article/article';
import { ArticleText } from '../../article/ArticleText';
import { verdictOf } from '../../article/corrections';
import { recordName } from '../../article/fieldName';
import { useKeys } from '../../article/keys';
import { KeysHelp, type KeyName } from '../../article/KeysHelp';
import { LayerSwitches } from '../../article/LayerSwitches';
import { layers, type Layer } from '../../article/marks';
import { RecordList } from '../../article/RecordList';
import { RecordPanel } from '../../article/RecordPanel';
import type { ArticleRecord } from '../../article/records';
import { downloadRecords } from '../../article/recordsFile';
import { useReview } from '../../article/review';
import { en as sharedEn } from '../../article/strings.en';
import { nb as sharedNb } from '../../article/strings.nb';
import { useCorrections } from '../../article/useCorrections';
import { useInView } from '../../article/useInView';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { flag, list, optionalText, useQuery } from '../../router/query';

const keys: readonly KeyName[] = ['j', 'k', 'c', 'x', 'e', 'u', 'Enter', 'Escape', '?'];

const schema = { record: optionalText, hide: list, why: flag };

export function Reading({ found, article }: { found: FullDocument; article: Article }) {
  const words = strings({ en: sharedEn, nb: sharedNb });
  const [query, setQuery] = useQuery(schema);
  const [preview, setPreview] = useState<ArticleRecord | null>(null);
  const [help, setHelp] = useState(false);
  const review = useReview();
  const correctionsOf = useCorrections(found.corrections, review.made);
  const prefix = found.key.slice(0, 12);
  const reportOf = (record: ArticleRecord) => `${prefix}/${record.id}`;
  const { records } = article;
  const current = records.find((record) => record.id === query.record) ?? null;
  const atHand: AtHand | null = current && {
    report: reportOf(current),
    record: current,
    corrections: correctionsOf(reportOf(current)),
  };
  const hidden = query.hide.filter((one): one is Layer => layers.includes(one as Layer));
  const verdict = (record: ArticleRecord) => verdictOf(record, correctionsOf(reportOf(record)));
  const rejected = useMemo(
    () => new Set(records.filter((one) => verdict(one) === 'rejected').map((one) => one.id)),
    [records, correctionsOf],
  );
  useInView(article, current);
  useEffect(() => setPreview(null), [current?.id]);

  const choose = (record: ArticleRecord | undefined, replace = false) => {
    if (record) setQuery({ record: record.id }, { replace });
  };
  const step = (by: number) => {
    const at = current ? records.indexOf(current) + by : by > 0 ? 0 : records.length - 1;
    choose(records[at], true);
  };
  const actions = useActions(atHand, review, {
    decided: () => step(1),
    undone: (report) => choose(records.find((one) => reportOf(one) === report), true),
  });
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    c: actions.confirm,
    x: actions.reject,
    e: actions.edit,
    u: actions.undo,
    Enter: () => setQuery({ why: !query.why }, { replace: true }),
    '?': () => setHelp(true),
  });

  const lookedAt = records.filter((record) => verdict(record) !== 'none').length;
  return (
    <div class="reader">
      <section aria-label={words.text}>
        <div class="reader-tools">
          <LayerSwitches hidden={hidden} change={(hide) => setQuery({ hide }, { replace: true })} />
          <div class="reader-keys">
            <KeysHelp keys={keys} open={help} setOpen={setHelp} />
            <button
              type="button"
              onClick={() => downloadRecords(article, prefix, reportOf, correctionsOf)}
            >
              {common().table.csv}
            </button>
          </div>
        </div>
        <ArticleText
          article={article}
          record={preview ?? current}
          rejected={rejected}
          hidden={hidden}
          choose={choose}
        />
      </section>
      <aside class="reader-side" aria-label={words.record}>
        {atHand ? (
          <RecordPanel
            article={article}
            atHand={atHand}
            versions={found.versions}
            review={review}
            actions={actions}
            why={query.why}
            setWhy={(why) => setQuery({ why }, { replace: true })}
          />
        ) : (
          <p class="muted record-panel">{words.chooseOne}</p>
        )}
        <section class="reader-records" aria-labelledby="records-heading">
          <div class="reader-records-head">
            <h2 id="records-heading">{words.records(formatNumber(records.length))}</h2>
            <p class="muted">
              {words.lookedAt(formatNumber(lookedAt), formatNumber(records.length))}
            </p>
          </div>
          <RecordList
            article={article}
            current={current}
            verdict={verdict}
            choose={choose}
            preview={setPreview}
          />
        </section>
        <p class="visually-hidden" role="status">
          {current &&
            words.announce(
              recordName(current),
              formatNumber(records.indexOf(current) + 1),
              formatNumber(records.length),
            )}
        </p>
      </aside>
    </div>
  );
}
