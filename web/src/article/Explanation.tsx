// How the program came to a record, as `varde explain` writes it.

import { api } from '../api/client';
import { useLoad } from '../api/hooks';
import { strings } from '../i18n';
import { Answer } from '../parts/States';
import { PlainText } from '../parts/PlainText';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface ExplanationProps {
  report: string;
  open: boolean;
  toggle: (open: boolean) => void;
}

export function Explanation({ report, open, toggle }: ExplanationProps) {
  return (
    <details open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{strings({ en, nb }).why}</summary>
      {open && <ExplanationText report={report} />}
    </details>
  );
}

function ExplanationText({ report }: { report: string }) {
  const explanation = useLoad(report, (signal) => api.explanation(report, signal));
  const words = strings({ en, nb });
  return (
    <Answer of={explanation}>
      {({ text }) => (
        <pre class="record-explanation" role="region" aria-label={words.why} tabIndex={0}>
          <PlainText>{text}</PlainText>
        </pre>
      )}
    </Answer>
  );
}
