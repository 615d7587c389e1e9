import { strings } from '../../i18n';
import { Key, StateKeys } from '../../parts/Legend';
import { en } from './strings.en';
import { nb } from './strings.nb';

/** What the shapes of the timeline mean. */
export function Legend({ states }: { states: string[] }) {
  const words = strings({ en, nb });
  return (
    <ul class="legend" aria-label={words.states}>
      <StateKeys states={states} />
      <Key width={34} name={words.announced}>
        <circle class="talks-announced" cx="6" cy="6" r="4" />
        <line class="talks-wait" x1="10" x2="34" y1="6" y2="6" />
      </Key>
      <Key width={24} name={words.span}>
        <rect class="talks-span" y="2" width="24" height="8" rx="2" />
      </Key>
      <Key width={24} name={words.link}>
        <path class="talks-round" d="M0,6H24" />
      </Key>
    </ul>
  );
}
