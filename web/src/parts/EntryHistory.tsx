// The states that an entry went through, each with the sentence that brought it.

import type { Step } from '../api/types';
import { common } from '../i18n';
import { formatDay } from '../i18n/format';
import { StateBadge } from './badges';
import { QuoteLink } from './Quote';
import { DateText } from './texts';

export function EntryHistory({ history }: { history: Step[] }) {
  const words = common().history;
  if (history.length === 0) return <p class="muted">{words.empty}</p>;
  return (
    <ol class="history">
      {history.map((step, index) => (
        <li key={index}>
          <p class="history-step">
            <StateBadge state={step.state} />
            <StepDay step={step} />
          </p>
          {step.report ? (
            <QuoteLink report={step.report} />
          ) : (
            <p class="muted">{words.byCalendar}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The day that the article names, else the one on which it was published. */
function StepDay({ step }: { step: Step }) {
  const words = common().history;
  if (step.date) return <DateText date={step.date} />;
  const published = step.report?.published;
  return (
    <span class="muted">{published ? words.reported(formatDay(published)) : words.undated}</span>
  );
}
