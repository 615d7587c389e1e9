// The links of the side that is chosen in the network.

import type { NetworkLink } from '../../api/types';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { actorAddress } from '../../parts/addresses';
import { TypeBadge } from '../../parts/badges';
import { PartyCode } from '../../parts/texts';
import { addressWith, useFilters } from '../../router/filters';
import { partyCodeName, typeName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface NodePanelProps {
  id: string;
  links: NetworkLink[];
  close: () => void;
}

export function NodePanel({ id, links, close }: NodePanelProps) {
  const words = strings({ en, nb }).network;
  const [filters] = useFilters();
  const out = links.filter((link) => link.source === id);
  const into = links.filter((link) => link.target === id);
  return (
    <aside class="chosen panel">
      <div class="chosen-head">
        <h2 aria-live="polite">
          {partyCodeName(id)} <PartyCode code={id} />
        </h2>
        <button type="button" class="quiet" onClick={close}>
          {words.close}
        </button>
      </div>
      {out.length + into.length === 0 && <p class="muted">{words.gone}</p>}
      <h3>{words.does}</h3>
      <Links links={out} other={(link) => link.target} />
      <h3>{words.doneTo}</h3>
      <Links links={into} other={(link) => link.source} />
      <ul class="inline-list">
        <li>
          <a href={actorAddress(id)}>{words.page}</a>
        </li>
        <li>
          <a href={addressWith('/incidents', { ...filters, actor: [id] })}>{words.incidents}</a>
        </li>
      </ul>
    </aside>
  );
}

interface LinksProps {
  links: NetworkLink[];
  other: (link: NetworkLink) => string;
}

function Links({ links, other }: LinksProps) {
  const words = strings({ en, nb }).network;
  const [filters] = useFilters();
  if (links.length === 0) return <p class="muted">{words.nothing}</p>;
  const label = ({ count, type, source, target }: NetworkLink) =>
    words.incidentsOf(formatNumber(count), typeName(type), source, target);
  // The filters know no roles; type, actor and the country of the other side come close.
  const incidentsOf = ({ source, target, type }: NetworkLink) => {
    const [from, to] = [source, target].map((code) => code.split(':')[0] ?? '');
    const country = to && from !== to ? [to] : filters.country;
    return addressWith('/incidents', { ...filters, actor: [source], type: [type], country });
  };
  return (
    <ul class="actors-links">
      {links.map((link) => (
        <li key={`${link.type} ${other(link)}`}>
          <TypeBadge type={link.type} />
          <a href={actorAddress(other(link))}>
            {partyCodeName(other(link))} <PartyCode code={other(link)} />
          </a>
          <a href={incidentsOf(link)} aria-label={label(link)}>
            {formatNumber(link.count)}
          </a>
        </li>
      ))}
    </ul>
  );
}
