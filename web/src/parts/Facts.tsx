// Names and values one below another; those that are not known are left out.

import type { ComponentChildren } from 'preact';

export interface Fact {
  name: string;
  value: ComponentChildren;
  /** Whether there is anything to say. */
  known?: boolean;
}

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter((fact) => fact.known ?? Boolean(fact.value))
        .map((fact) => (
          <div key={fact.name} class="fact">
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
