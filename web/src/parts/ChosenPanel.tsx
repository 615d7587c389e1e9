// What is known of something chosen in a chart, beside the chart.

import type { ComponentChildren } from 'preact';
import { strings } from '../i18n';
import './chosen.css';

const en = { close: 'Close' };
const nb: typeof en = { close: 'Lukk' };

interface ChosenPanelProps {
  title: ComponentChildren;
  close: () => void;
  children: ComponentChildren;
}

export function ChosenPanel({ title, close, children }: ChosenPanelProps) {
  return (
    <aside class="chosen panel">
      <div class="chosen-head">
        <h2 aria-live="polite">{title}</h2>
        <button type="button" class="quiet" onClick={close}>
          {strings({ en, nb }).close}
        </button>
      </div>
      {children}
    </aside>
  );
}
