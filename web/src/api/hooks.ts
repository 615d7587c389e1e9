// Loading within a component: what is asked for, whether it is there yet, and what went wrong.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { dataVersion } from './changes';
import { Problem } from './client';
import type { Page } from './types';

export interface Loaded<Answer> {
  /** The last answer; while another is asked for, still the one before. */
  data: Answer | null;
  problem: Problem | null;
  loading: boolean;
  reload: () => void;
}

function problemFrom(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if ((error as Error).name === 'AbortError') return null;
  return new Problem(0, '', String(error));
}

/**
 * Asks when the component appears, when `question` changes, and when the store has grown.
 * `question` is whatever the answer depends on; it is compared as JSON.
 */
export function useLoad<Answer>(
  question: unknown,
  load: (signal: AbortSignal) => Promise<Answer>,
): Loaded<Answer> {
  const [state, setState] = useState<Omit<Loaded<Answer>, 'reload'>>({
    data: null,
    problem: null,
    loading: true,
  });
  const [again, setAgain] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  const key = JSON.stringify(question);
  const version = dataVersion.value;

  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, problem: null, loading: true }));
    latest.current(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setState({ data, problem: null, loading: false });
      },
      (error: unknown) => {
        const problem = problemFrom(error);
        if (!problem || abort.signal.aborted) return;
        setState((before) => ({ ...before, problem, loading: false }));
      },
    );
    return () => abort.abort();
  }, [key, version, again]);

  return { ...state, reload: useCallback(() => setAgain((count) => count + 1), []) };
}

export interface Paged<Item> {
  items: Item[];
  /** Whether no page is left: only then may the rows be sorted here. */
  complete: boolean;
  problem: Problem | null;
  loading: boolean;
  /** Asks for the next page. */
  more: () => void;
  reload: () => void;
}

/** A list by pages: the first at once, the next ones as they are asked for. */
export function usePages<Item>(
  question: unknown,
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<Item>>,
): Paged<Item> {
  const first = useLoad(question, (signal) => load(null, signal));
  const [rest, setRest] = useState<{ of: Page<Item>; items: Item[]; next: string | null }>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [loading, setLoading] = useState(false);
  const abort = useRef<AbortController>();
  useEffect(() => {
    setLoading(false);
    setProblem(null);
    return () => abort.current?.abort();
  }, [first.data]);

  const mine = rest && rest.of === first.data ? rest : null;
  const next = mine ? mine.next : (first.data?.next ?? null);
  const more = () => {
    const of = first.data;
    if (!of || next === null || loading) return;
    abort.current = new AbortController();
    setLoading(true);
    setProblem(null);
    load(next, abort.current.signal)
      .then((page) => {
        setRest({ of, items: [...(mine?.items ?? []), ...page.items], next: page.next });
        setLoading(false);
      })
      .catch((error: unknown) => {
        const found = problemFrom(error);
        if (!found) return;
        setProblem(found);
        setLoading(false);
      });
  };

  return {
    items: [...(first.data?.items ?? []), ...(mine?.items ?? [])],
    complete: first.data !== null && next === null,
    problem: first.problem ?? problem,
    loading: first.loading || loading,
    more,
    reload: first.reload,
  };
}
