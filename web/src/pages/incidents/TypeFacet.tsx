// How many incidents of each type there are; a press of one filters by it.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Filters } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { TypeBadge } from '../../parts/badges';
import { ShareBar } from '../../parts/ShareBar';
import { Answer } from '../../parts/States';
import { useFilters } from '../../router/filters';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function TypeFacet({ filters }: { filters: Filters }) {
  const words = strings({ en, nb });
  const [{ type: chosen }, setFilters] = useFilters();
  const untyped = { ...filters, type: [] };
  const counts = useLoad(['counts', 'type', untyped], (signal) =>
    api.counts('type', untyped, signal),
  );
  const toggle = (type: string) => {
    const others = chosen.filter((each) => each !== type);
    setFilters({ type: chosen.includes(type) ? others : [...chosen, type] });
  };
  return (
    <section class="panel incidents-types">
      <h2>{common().fields.type}</h2>
      <Answer of={counts}>
        {({ items }) => (
          <ul aria-label={words.types}>
            {items.map(({ key, count }) => (
              <li key={key}>
                <button
                  type="button"
                  class="toggle"
                  aria-pressed={chosen.includes(key)}
                  onClick={() => toggle(key)}
                >
                  <TypeBadge type={key} />
                  <ShareBar value={count} most={Math.max(...items.map((item) => item.count))} />
                  <span class="incidents-number">{formatNumber(count)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}
