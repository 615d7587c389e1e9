// How the program came to a record, as `varde explain` writes it.

import { strings } from '../i18n';
import { ExplanationText } from '../parts/ExplanationText';
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
      {open && <ExplanationText id={report} />}
    </details>
  );
}
