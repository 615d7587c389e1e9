// The articles that came from files, and what became of each: stored one after another.

import { useRef, useState } from 'preact/hooks';
import { api, Problem } from '../../api/client';
import type { NewDocument, StoredAnswer } from '../../api/types';
import { isTooLarge } from './files';

export type Outcome =
  | { state: 'waiting' | 'storing' | 'tooLarge' }
  | { state: 'stored'; answer: StoredAnswer }
  | { state: 'failed'; problem: Problem };

export interface Item {
  number: number;
  document: NewDocument;
  outcome: Outcome;
}

async function store(document: NewDocument): Promise<Outcome> {
  if (isTooLarge(document)) return { state: 'tooLarge' };
  try {
    return { state: 'stored', answer: await api.addDocument(document) };
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem(0, '', String(error));
    return { state: 'failed', problem };
  }
}

export function useBatch() {
  const [items, setItems] = useState<Item[]>([]);
  const [running, setRunning] = useState(false);
  const stopped = useRef(false);
  const count = useRef(0);

  const set = (number: number, outcome: Outcome) =>
    setItems((before) => before.map((one) => (one.number === number ? { ...one, outcome } : one)));

  /** `complete` adds what was given for all articles. */
  const run = async (complete: (document: NewDocument) => NewDocument) => {
    setRunning(true);
    stopped.current = false;
    const open = items.filter((one) => one.outcome.state !== 'stored');
    for (const item of open) {
      if (stopped.current) break;
      set(item.number, { state: 'storing' });
      set(item.number, await store(complete(item.document)));
    }
    setRunning(false);
  };
  return {
    items,
    running,
    run,
    add: (documents: NewDocument[]) => {
      const added = documents.map((document): Item => {
        count.current += 1;
        return { number: count.current, document, outcome: { state: 'waiting' } };
      });
      setItems((before) => [...before, ...added]);
    },
    stop: () => {
      stopped.current = true;
    },
    clear: () => setItems([]),
  };
}
