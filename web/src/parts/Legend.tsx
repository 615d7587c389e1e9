// What the marks of a chart mean: one or more of these make up a <ul class="legend">.

import type { ComponentChildren } from 'preact';
import { StateBadge } from './badges';

export function StateKeys({ states }: { states: string[] }) {
  return (
    <>
      {states.map((state) => (
        <li key={state}>
          <StateBadge state={state} />
        </li>
      ))}
    </>
  );
}

interface KeyProps {
  /** Of the drawing, which is 12 high. */
  width: number;
  name: ComponentChildren;
  /** A piece of the chart. */
  children: ComponentChildren;
}

export function Key({ width, name, children }: KeyProps) {
  return (
    <li class="badge">
      <svg width={width} height="12" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
