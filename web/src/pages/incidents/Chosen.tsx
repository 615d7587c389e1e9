// What the map has narrowed the table to, to be taken away again.

import { common, strings } from '../../i18n';
import { Chip } from '../../parts/Chip';
import { useMapQuery } from './selection';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function Chosen() {
  const words = strings({ en, nb });
  const [{ at, box }, setQuery] = useMapQuery();
  if (at.length === 0 && !box) return null;
  const chips = at.length > 0 ? at : [words.onlyShown];
  const without = (chip: string) => setQuery({ at: at.filter((name) => name !== chip), box: null });
  return (
    <div class="incidents-selection" role="group" aria-label={words.chosen}>
      <span class="muted">{words.chosen}</span>
      <ul class="chips">
        {chips.map((chip) => (
          <li key={chip}>
            <Chip value={chip} remove={() => without(chip)} />
          </li>
        ))}
      </ul>
      {chips.length > 1 && (
        <button type="button" class="quiet" onClick={() => setQuery({ at: [], box: null })}>
          {common().filters.clear}
        </button>
      )}
    </div>
  );
}
