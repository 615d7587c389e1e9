import { StateBadge } from '../../parts/badges';
import { strings } from '../../i18n';
import { en } from './strings.en';
import { nb } from './strings.nb';

/** What the shapes of the timeline mean. */
export function Legend({ states }: { states: string[] }) {
  const words = strings({ en, nb });
  return (
    <ul class="legend" aria-label={words.states}>
      {states.map((state) => (
        <li key={state}>
          <StateBadge state={state} />
        </li>
      ))}
      <li class="badge">
        <svg width="34" height="12" aria-hidden="true">
          <circle class="talks-announced" cx="6" cy="6" r="4" />
          <line class="talks-wait" x1="10" x2="34" y1="6" y2="6" />
        </svg>
        {words.announced}
      </li>
      <li class="badge">
        <svg width="24" height="12" aria-hidden="true">
          <rect class="talks-span" y="2" width="24" height="8" rx="2" />
        </svg>
        {words.span}
      </li>
      <li class="badge">
        <svg width="24" height="12" aria-hidden="true">
          <path class="talks-round" d="M0,6H24" />
        </svg>
        {words.link}
      </li>
    </ul>
  );
}
