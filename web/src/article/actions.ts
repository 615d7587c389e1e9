// What an analyst does with the record at hand; the same in the reader and in the queue.

import { useState } from 'preact/hooks';
import type { Correction } from '../api/types';
import { strings } from '../i18n';
import { restoring, takingBack, type Changes } from './corrections';
import type { ArticleRecord } from './records';
import { mayCorrect, type Review } from './review';
import { en } from './strings.en';
import { nb } from './strings.nb';

/** The record at hand, under the id by which the server knows it. */
export interface AtHand {
  report: string;
  record: ArticleRecord;
  corrections: Correction[];
}

export interface Actions {
  editing: boolean;
  /** What was done last, for those who do not see it. */
  said: string;
  confirm: () => void;
  reject: () => void;
  edit: () => void;
  cancel: () => void;
  save: (changes: Changes) => void;
  undo: () => void;
}

interface After {
  /** A record was confirmed, rejected or corrected. */
  decided: (report: string) => void;
  undone: (report: string) => void;
}

export function useActions(atHand: AtHand | null, review: Review, after: After): Actions {
  const words = strings({ en, nb }).said;
  const [editedReport, setEditedReport] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const report = atHand?.report ?? null;

  const decide = async (changes: Changes, words: string) => {
    if (!atHand || !mayCorrect()) return;
    const restore = restoring(atHand.record, atHand.corrections, changes);
    if (!(await review.correct(atHand.report, changes, restore))) return;
    setEditedReport(null);
    setSaid(words);
    after.decided(atHand.report);
  };
  const undo = async () => {
    if (!mayCorrect()) return;
    const undone = (await review.undo()) ?? (await undoOlder());
    setSaid(undone ? words.undone : words.nothingToUndo);
    if (undone) after.undone(undone);
  };
  /** Nothing was done here yet: what was last said of the record at hand, by whomever. */
  const undoOlder = async (): Promise<string | null> => {
    const changes = atHand && !review.canUndo() && takingBack(atHand.record, atHand.corrections);
    if (!atHand || !changes) return null;
    return (await review.takeBack(atHand.report, changes)) ? atHand.report : null;
  };
  return {
    editing: report !== null && editedReport === report,
    said,
    confirm: () => void decide({ valid: 'yes' }, words.confirmed),
    reject: () => void decide({ valid: 'no' }, words.rejected),
    edit: () => mayCorrect() && setEditedReport(report),
    cancel: () => setEditedReport(null),
    save: (changes) => void decide(changes, words.saved),
    undo: () => void undo(),
  };
}
