// The queue as a stream: the record at hand, those after it, and more as they run out.

import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, Problem } from '../../api/client';
import type { QueueItem } from '../../api/types';

/** What was decided and skipped since the workbench was opened, in whichever order. */
export const decided = signal<ReadonlySet<string>>(new Set());
export const skipped = signal<ReadonlySet<string>>(new Set());

const pageSize = 20;
const fewLeft = 5;

const withOne = (set: ReadonlySet<string>, one: string) => new Set([...set, one]);
const without = (set: ReadonlySet<string>, one: string) =>
  new Set([...set].filter((each) => each !== one));

interface Stream {
  items: QueueItem[];
  next: string | null;
  /** Whether the server has been asked at all, and whether it has no more. */
  begun: boolean;
}

const beginning: Stream = { items: [], next: null, begun: false };

export function useQueue() {
  const [stream, setStream] = useState(beginning);
  const [problem, setProblem] = useState<Problem | null>(null);
  const past = useRef<QueueItem[]>([]);
  const { items, next, begun } = stream;
  const wanted = !problem && (!begun || (next !== null && items.length < fewLeft));

  useEffect(() => {
    if (!wanted) return undefined;
    const abort = new AbortController();
    api.queue({ limit: pageSize, cursor: next }, abort.signal).then(
      (page) => {
        const gone = (item: QueueItem) =>
          decided.peek().has(item.report) || skipped.peek().has(item.report);
        const fresh = page.items.filter((item) => !gone(item));
        setStream((before) => ({
          items: [...before.items, ...fresh],
          next: page.next,
          begun: true,
        }));
      },
      (error: unknown) => {
        if (!abort.signal.aborted) {
          setProblem(error instanceof Problem ? error : new Problem(0, '', String(error)));
        }
      },
    );
    return () => abort.abort();
  }, [wanted, next]);

  const leave = () => {
    if (items[0]) past.current.push(items[0]);
    setStream((before) => ({ ...before, items: before.items.slice(1) }));
  };
  return {
    current: items[0] ?? null,
    /** Those that come next. */
    coming: items.slice(1, 3),
    loading: wanted,
    problem,
    decide: (report: string) => {
      decided.value = withOne(decided.peek(), report);
      leave();
    },
    skip: () => {
      if (items[0]) skipped.value = withOne(skipped.peek(), items[0].report);
      leave();
    },
    /** Puts a record that was decided here back to the front. */
    back: (report: string) => {
      decided.value = without(decided.peek(), report);
      const item = past.current.find((one) => one.report === report);
      if (!item) return;
      setStream((before) => ({
        ...before,
        items: [item, ...before.items.filter((one) => one.report !== report)],
      }));
    },
    /** Asks anew from the beginning, with those that were skipped. */
    again: () => {
      skipped.value = new Set();
      setProblem(null);
      setStream(beginning);
    },
  };
}
