// What has come of a list by pages, and the way to more of it.

import type { ComponentChildren } from 'preact';
import type { Paged } from '../api/hooks';
import { common } from '../i18n';
import { formatNumber } from '../i18n/format';
import { Empty, Loading, Problem } from './States';

interface PagedAnswerProps<Item> {
  of: Paged<Item>;
  children: (items: Item[]) => ComponentChildren;
  /** Leave out the count and the button, where a table has them. */
  bare?: boolean;
}

export function PagedAnswer<Item>({ of, children, bare = false }: PagedAnswerProps<Item>) {
  if (of.problem) return <Problem problem={of.problem} again={of.reload} />;
  if (of.items.length === 0) return of.loading ? <Loading /> : <Empty />;
  return (
    <>
      {children(of.items)}
      {!bare && <More of={of} />}
    </>
  );
}

function More<Item>({ of }: { of: Paged<Item> }) {
  const words = common();
  return (
    <div class="table-foot">
      <p role="status">
        {of.loading
          ? words.loading
          : words.results(formatNumber(of.items.length), !of.complete)}
      </p>
      {!of.complete && (
        <button type="button" class="primary" disabled={of.loading} onClick={of.more}>
          {words.table.more}
        </button>
      )}
    </div>
  );
}
