import { strings } from '../../i18n';
import { en } from './strings.en';
import { nb } from './strings.nb';

/** What the signs of the chart of claims mean. */
export function Legend({ band }: { band: boolean }) {
  const words = strings({ en, nb });
  const bar = (kind: string) => (
    <rect class={`tolls-claim ${kind}`} x="7" y="2" width="8" height="14" rx="1.5" />
  );
  const keys = [
    { name: words.standing, sign: bar('') },
    { name: words.replaced, sign: bar('tolls-replaced') },
    { name: words.isPart, sign: bar('tolls-part') },
    { name: words.atLeast, sign: <path class="tolls-claim" d="M7 17H15V9H18L11 1L4 9H7Z" /> },
    { name: words.atMost, sign: <path class="tolls-claim" d="M7 1H15V9H18L11 17L4 9H7Z" /> },
  ];
  return (
    <ul class="legend" aria-label={words.legend}>
      {keys.map(({ name, sign }) => (
        <li key={name} class="large-key">
          <svg width="22" height="18" aria-hidden="true">
            {sign}
          </svg>
          {name}
        </li>
      ))}
      {band && (
        <li class="large-key">
          <svg width="22" height="18" aria-hidden="true">
            <rect class="tolls-band" y="4" width="22" height="10" />
          </svg>
          {words.fitsAll}
        </li>
      )}
    </ul>
  );
}
