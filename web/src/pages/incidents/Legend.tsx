import { strings } from '../../i18n';
import { quadName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function Legend() {
  const words = strings({ en, nb });
  return (
    <ul class="legend" aria-label={words.legend}>
      {[1, 2, 3, 4].map((quad) => (
        <li key={quad} class="large-key">
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
            <circle class={`incidents-circle incidents-quad-${quad}`} r="6.5" />
          </svg>
          {quadName(quad)}
        </li>
      ))}
    </ul>
  );
}
