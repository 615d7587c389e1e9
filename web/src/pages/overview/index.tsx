// The first page: what articles since the last visit tell, and the incidents of a period.

import { useEffect, useState } from 'preact/hooks';
import { lastChange, showChanges } from '../../api/changes';
import { status } from '../../api/client';
import type { Day } from '../../api/types';
import { noteVisit, setLastVisit } from '../../api/visit';
import { strings } from '../../i18n';
import { formatNumber, formatTime } from '../../i18n/format';
import { DayField, FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { Loading } from '../../parts/States';
import { day, useQuery } from '../../router/query';
import { Charts } from './Charts';
import { News } from './News';
import { en } from './strings.en';
import { nb } from './strings.nb';
import './overview.css';

export default function Overview() {
  const words = strings({ en, nb });
  const [{ new: chosen }, setQuery] = useQuery({ new: day });
  const latest = status.value?.latest_day ?? null;
  const [before, setBefore] = useState<Day | null>(null);
  useEffect(() => {
    if (latest) setBefore(noteVisit(latest).before);
  }, [latest]);
  const since = chosen ?? before;

  const choose = (value: Day | null) => {
    if (value) setLastVisit(value);
    setQuery({ new: value });
  };
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<DayField label={words.newSince} value={since} change={choose} />}
    >
      <LiveNote />
      <FilterBar />
      {since ? <News since={since} /> : <Loading />}
      <Charts latest={latest} />
    </Page>
  );
}

/** This page takes in changes at once: it is the one that hangs on the wall. */
function LiveNote() {
  const words = strings({ en, nb });
  const change = lastChange.value;
  const [note, setNote] = useState('');
  useEffect(() => {
    if (!change) return;
    setNote(words.updated(formatTime(new Date()), formatNumber(change.documents)));
    showChanges();
  }, [change]);
  return (
    <p role="status" class={note ? 'muted' : 'visually-hidden'}>
      {note}
    </p>
  );
}
