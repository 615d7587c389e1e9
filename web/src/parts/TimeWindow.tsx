// Buttons to look at a shorter or longer time in a chart, and earlier or later; what is shown is
// kept in the address.

import type { DateSpan } from '../api/types';
import { strings } from '../i18n';
import { formatDay } from '../i18n/format';
import { day, useQuery, type Write } from '../router/query';
import { moved, zoomed } from './spans';
import './chosen.css';

const en = {
  label: 'Time shown',
  earlier: 'Earlier',
  later: 'Later',
  shorter: 'Shorter time',
  longer: 'Longer time',
  all: 'All',
};

const nb: typeof en = {
  label: 'Tid som vises',
  earlier: 'Tidligere',
  later: 'Senere',
  shorter: 'Kortere tid',
  longer: 'Lengre tid',
  all: 'Alt',
};

const schema = { from: day, to: day };

/** What of `all` the address asks for. */
export function useTimeWindow(
  all: DateSpan,
): [DateSpan, (span: DateSpan | null, options?: Write) => void] {
  const [{ from, to }, setQuery] = useQuery(schema);
  const asked = from && to && from < to && from <= all.end && to >= all.begin;
  const show = (span: DateSpan | null, options?: Write) => {
    const whole = !span || (span.begin === all.begin && span.end === all.end);
    setQuery(whole ? { from: null, to: null } : { from: span.begin, to: span.end }, options);
  };
  return [asked ? { begin: from, end: to } : all, show];
}

interface TimeWindowProps {
  all: DateSpan;
  shown: DateSpan;
  show: (span: DateSpan | null) => void;
}

export function TimeWindow({ all, shown, show }: TimeWindowProps) {
  const words = strings({ en, nb });
  const buttons = [
    { sign: '←', name: words.earlier, to: moved(shown, all, -0.5) },
    { sign: '→', name: words.later, to: moved(shown, all, 0.5) },
    { sign: '+', name: words.shorter, to: zoomed(shown, all, 0.5) },
    { sign: '−', name: words.longer, to: zoomed(shown, all, 2) },
  ];
  const same = (span: DateSpan) => span.begin === shown.begin && span.end === shown.end;
  return (
    <div class="time-window" role="group" aria-label={words.label}>
      <span class="muted">
        {formatDay(shown.begin)} – {formatDay(shown.end)}
      </span>
      {buttons.map(({ sign, name, to }) => (
        <button
          key={sign}
          type="button"
          aria-label={name}
          title={name}
          disabled={same(to)}
          onClick={() => show(to)}
        >
          {sign}
        </button>
      ))}
      <button type="button" disabled={same(all)} onClick={() => show(null)}>
        {words.all}
      </button>
    </div>
  );
}
