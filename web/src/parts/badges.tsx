// States, types and confidence, each by a shape and by words, never by colour alone.

import { common } from '../i18n';
import { formatPercent } from '../i18n/format';
import { quadName, quadOf, stateName, typeName } from '../vocabulary';

type Tone = 'open' | 'good' | 'doubt' | 'bad' | 'over';

const tones: Record<string, Tone> = {
  announced: 'open', possible: 'doubt', happened: 'good', denied: 'bad', cancelled: 'over',
  proposed: 'open', negotiating: 'open', rejected: 'bad', agreed: 'good', in_force: 'good',
  extended: 'good', violated: 'doubt', collapsed: 'bad', expired: 'over',
  planned: 'open', ongoing: 'good', held: 'good', suspended: 'doubt', refused: 'bad',
  drafted: 'open', tabled: 'open', adopted: 'good', vetoed: 'bad', failed: 'bad',
  gained: 'good', lost: 'bad', contested: 'doubt', withdrew: 'over',
  actual: 'good', future: 'open', hypothetical: 'doubt', negated: 'bad',
};

export const toneOf = (state: string): Tone => tones[state] ?? 'open';

interface Shape {
  path: string;
  /** Drawn as a line instead of filled. */
  line?: boolean;
}

const circle = 'M6 2.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6z';
const square = 'M1.8 1.8h8.4v8.4H1.8z';

const toneShapes: Record<Tone, Shape> = {
  open: { path: circle, line: true },
  good: { path: square },
  doubt: { path: 'M6 1.2 11 10.4H1z' },
  bad: { path: 'm2.2 2.2 7.6 7.6m0-7.6-7.6 7.6', line: true },
  over: { path: 'M1.8 6h8.4', line: true },
};

// States that stand side by side in one chart, and whose tone alone would not tell them apart.
const stateShapes: Record<string, Shape> = {
  negotiating: { path: `${circle}M6 2.2v7.6M8 3v6`, line: true },
  agreed: { path: 'M2.4 2.4h7.2v7.2H2.4z', line: true },
  extended: { path: 'M1 1.8h5.6L11.4 6l-4.8 4.2H1z' },
  rejected: { path: `${circle}M3.4 8.6l5.2-5.2`, line: true },
  ongoing: { path: circle },
  gained: { path: 'M6 .8 11.2 6 6 11.2.8 6z' },
};

/** The shape of a state alone, for charts and legends; 12 by 12, to be moved by `transform`. */
export function StateShape({ state }: { state: string }) {
  const { path, line } = stateShapes[state] ?? toneShapes[toneOf(state)];
  return <path class={line ? 'state-line' : 'state-shape'} d={path} />;
}

export function StateBadge({ state }: { state: string }) {
  return (
    <span class={`badge tone-${toneOf(state)}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <StateShape state={state} />
      </svg>
      {stateName(state)}
    </span>
  );
}

/** A PLOVER type with the mark of its quad class, or a kind of toll. */
export function TypeBadge({ type }: { type: string }) {
  const quad = quadOf(type);
  return (
    <span class="type" title={quad ? `${type} · ${quadName(quad)}` : type}>
      {quad > 0 && <span class={`quad quad-${quad}`} aria-hidden="true" />}
      {typeName(type)}
    </span>
  );
}

export function Confidence({ value }: { value: number }) {
  const percent = formatPercent(value);
  return (
    <span class="confidence" title={common().confidence.of(percent)}>
      <svg viewBox="0 0 40 6" width="40" height="6" aria-hidden="true">
        <rect class="confidence-all" width="40" height="6" rx="3" />
        <rect class="confidence-part" width={40 * value} height="6" rx="3" />
      </svg>
      {percent}
    </span>
  );
}
