// The links of the side that is chosen in the network.

import type { NetworkLink } from '../../api/types';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { actorAddress } from '../../parts/addresses';
import { TypeBadge } from '../../parts/badges';
import { ChosenPanel } from '../../parts/ChosenPanel';
import { addressWith, useFilters } from '../../router/filters';
import { typeName } from '../../vocabulary';
import { Side, SideLink } from './Side';
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
    <ChosenPanel title={<Side code={id} />} close={close}>
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
    </ChosenPanel>
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
          <SideLink code={other(link)} />
          <a href={incidentsOf(link)} aria-label={label(link)}>
            {formatNumber(link.count)}
          </a>
        </li>
      ))}
    </ul>
  );
}
