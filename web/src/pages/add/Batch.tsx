// The list of articles from files.

import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { shortTitle } from '../../article/shortTitle';
import { mayCorrect } from '../../article/review';
import { documentAddress } from '../../parts/addresses';
import { type Column, DataTable } from '../../parts/DataTable';
import type { NewDocument } from '../../api/types';
import { en } from './strings.en';
import { nb } from './strings.nb';
import type { Item, useBatch } from './useBatch';

interface BatchProps {
  batch: ReturnType<typeof useBatch>;
  complete: (document: NewDocument) => NewDocument;
  show: (document: NewDocument) => void;
}

function nameOf({ document }: Item): string {
  return shortTitle(document.title ?? document.id ?? document.text.slice(0, 80));
}

function outcomeText({ outcome }: Item): string {
  const words = strings({ en, nb });
  if (outcome.state === 'failed') return outcome.problem.detail || common().problem.offline;
  if (outcome.state !== 'stored') return words.outcomes[outcome.state];
  if (!outcome.answer.stored) return words.thereAlready;
  return outcome.answer.copy_of ? words.isCopy : words.storedNow;
}

function OutcomeCell({ item }: { item: Item }) {
  const words = strings({ en, nb });
  const { outcome } = item;
  return (
    <>
      <bdi>{outcomeText(item)}</bdi>{' '}
      {outcome.state === 'stored' && (
        <a href={documentAddress(outcome.answer.key)}>{words.openReader}</a>
      )}
    </>
  );
}

export function Batch({ batch, complete, show }: BatchProps) {
  const words = strings({ en, nb });
  const { items, running } = batch;
  if (items.length === 0) return null;
  const stored = items.filter((item) => item.outcome.state === 'stored').length;
  const columns: Column<Item>[] = [
    { key: 'article', title: words.article, rowHeader: true, wide: true, value: nameOf },
    {
      key: 'size',
      title: words.size,
      numeric: true,
      value: ({ document }) => document.text.length,
    },
    {
      key: 'outcome',
      title: words.outcome,
      value: outcomeText,
      cell: (item) => <OutcomeCell item={item} />,
    },
    {
      key: 'show',
      title: words.action,
      value: () => null,
      cell: (item) => (
        <button type="button" class="quiet" onClick={() => show(complete(item.document))}>
          {words.show} <span class="visually-hidden">: {nameOf(item)}</span>
        </button>
      ),
    },
  ];
  return (
    <section aria-labelledby="add-batch">
      <h2 id="add-batch">{words.batch}</h2>
      <div class="add-actions">
        {mayCorrect() && (
          <button
            type="button"
            class="primary"
            disabled={running || stored === items.length}
            onClick={() => void batch.run(complete)}
          >
            {words.storeAll}
          </button>
        )}
        {running ? (
          <button type="button" onClick={batch.stop}>
            {words.stop}
          </button>
        ) : (
          <button type="button" onClick={batch.clear}>
            {words.clear}
          </button>
        )}
        <span role="status">
          {words.progress(formatNumber(stored), formatNumber(items.length))}
        </span>
      </div>
      <DataTable
        caption={words.batch}
        hideCaption
        columns={columns}
        rows={items}
        rowKey={(item) => String(item.number)}
      />
    </section>
  );
}
