// Correcting records: who does it and why, and what was done since the page was opened.

import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lastChange } from '../api/changes';
import { api, Problem, status } from '../api/client';
import type { Correction } from '../api/types';
import { strings } from '../i18n';
import type { Changes } from './corrections';
import { en } from './strings.en';
import { nb } from './strings.nb';

function remembered(key: string) {
  const value = signal(localStorage.getItem(key) ?? '');
  const set = (next: string) => {
    localStorage.setItem(key, next);
    value.value = next;
  };
  return [value, set] as const;
}

export const [analyst, setAnalyst] = remembered('varde.analyst');
export const [reason, setReason] = remembered('varde.reason');

/** Whether the name must be typed: by a token the server knows it. */
export const needsName = (): boolean => status.value !== null && !status.value.tokens;

export const mayCorrect = (): boolean => status.value?.role !== 'reader';

export interface Review {
  /** The corrections made here. */
  made: Correction[];
  busy: boolean;
  problem: Problem | null;
  /** Whether the name of the analyst is missing. */
  nameless: boolean;
  /** Says something of a report; `restore` takes it back. True when the server has kept it. */
  correct: (report: string, changes: Changes, restore: Changes) => Promise<boolean>;
  canUndo: () => boolean;
  /** Takes back the last correction made here. The report, or null when there is none. */
  undo: () => Promise<string | null>;
  /** Takes back what was said of a report before the page was opened. */
  takeBack: (report: string, changes: Changes) => Promise<boolean>;
}

interface Done {
  report: string;
  restore: Changes;
}

/** The server tells everybody of a change; what we have made ourselves is no news. */
function useNoNewsOfOwn(made: Correction[]): void {
  const change = lastChange.value;
  const own = Math.max(0, ...made.map((one) => one.number));
  useEffect(() => {
    if (!change || change.documents !== status.peek()?.documents) return;
    if (change.corrections <= own) lastChange.value = null;
  }, [change, own]);
}

export function useReview(): Review {
  const [made, setMade] = useState<Correction[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [nameless, setNameless] = useState(false);
  const done = useRef<Done[]>([]);
  useNoNewsOfOwn(made);

  const send = async (report: string, changes: Changes, why: string): Promise<boolean> => {
    if (busy) return false;
    const by = analyst.peek().trim();
    setNameless(needsName() && !by);
    if (needsName() && !by) return false;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await api.correct({ report, changes, why, ...(needsName() ? { by } : {}) });
      setMade((before) => [...before, ...answer.items]);
      return true;
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, '', String(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };

  const words = strings({ en, nb });
  const correct = async (report: string, changes: Changes, restore: Changes) => {
    const kept = await send(report, changes, reason.peek().trim() || words.defaultReason);
    if (kept) done.current.push({ report, restore });
    return kept;
  };
  const undo = async () => {
    const last = done.current.at(-1);
    if (!last) return null;
    const nothing = Object.keys(last.restore).length === 0;
    if (!nothing && !(await send(last.report, last.restore, words.takenBack))) return null;
    done.current.pop();
    return last.report;
  };
  const canUndo = () => done.current.length > 0;
  const takeBack = (report: string, changes: Changes) => send(report, changes, words.takenBack);
  return { made, busy, problem, nameless, canUndo, correct, undo, takeBack };
}
