// The network drawn: arrows below, circles and their codes above.

import { useId } from 'preact/hooks';
import type { NetworkNode } from '../../api/types';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { addressHaving, moveAmongLinks, SvgLink } from '../../parts/SvgLink';
import { useWidth } from '../../parts/useWidth';
import { optionalText } from '../../router/query';
import { partyCodeName } from '../../vocabulary';
import { curve, type Edge, type Point } from './graph';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface DrawingProps {
  nodes: NetworkNode[];
  edges: Edge[];
  radius: (count: number) => number;
  places: Map<string, Point>;
  selected: string | null;
  label: string;
}

const margins = { wide: 44, narrow: 26 };

/** How many circles bear their code while none is chosen; by room. */
const namedNodes = (width: number) => Math.floor(width / 18);

type Placed = Point & { node: NetworkNode; radius: number };

export function Drawing(props: DrawingProps) {
  const { nodes, edges, radius, places, selected, label } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const arrows = useId();
  // On a narrow page the drawing stands upright, and the circles are smaller.
  const upright = width < 560;
  const margin = upright ? margins.narrow : margins.wide;
  const height = Math.round(upright ? width * 1.5 : Math.min(width * 0.62, 660));
  const scale = Math.min(Math.max(Math.sqrt(width / 1000), 0.5), 1);
  const placed = nodes.map((node): Placed => {
    const place = places.get(node.id) ?? { x: 0.5, y: 0.5 };
    return {
      node,
      x: margin + (upright ? place.y : place.x) * (width - 2 * margin),
      y: margin + (upright ? place.x : place.y) * (height - 2 * margin),
      radius: radius(node.count) * scale,
    };
  });
  const byId = new Map(placed.map((each) => [each.node.id, each]));
  const chosen = selected !== null && byId.has(selected) ? selected : null;
  const near = new Set(
    edges.flatMap(({ source, target }) =>
      source === chosen || target === chosen ? [source, target] : [],
    ),
  );
  const most = Math.max(...edges.map((edge) => edge.count));

  return (
    <div ref={frame}>
      <svg
        role="group"
        aria-label={label}
        width={width}
        height={height}
        onKeyDown={moveAmongLinks}
      >
        <Arrows id={arrows} />
        {edges.map((edge) => {
          const from = byId.get(edge.source);
          const to = byId.get(edge.target);
          if (!from || !to) return null;
          const away = chosen && edge.source !== chosen && edge.target !== chosen;
          return (
            <path
              key={edge.key}
              class={`actors-edge actors-quad-${edge.quad}${away ? ' actors-away' : ''}`}
              d={curve(from, to, edge.lane)}
              stroke-width={1 + 3 * Math.sqrt(edge.count / most)}
              marker-end={`url(#${arrows}-${edge.quad})`}
            />
          );
        })}
        {placed.map((each, index) => (
          <NodeLink
            key={each.node.id}
            {...each}
            stop={chosen ? each.node.id === chosen : index === 0}
            chosen={each.node.id === chosen}
            away={chosen !== null && !near.has(each.node.id)}
            named={chosen ? near.has(each.node.id) : index < namedNodes(width)}
          />
        ))}
      </svg>
    </div>
  );
}

function Arrows({ id }: { id: string }) {
  return (
    <defs>
      {[1, 2, 3, 4].map((quad) => (
        <marker
          key={quad}
          id={`${id}-${quad}`}
          viewBox="0 0 8 8"
          refX="4"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path class={`fill-quad-${quad}`} d="M0,0.5L8,4L0,7.5z" />
        </marker>
      ))}
    </defs>
  );
}

interface NodeLinkProps extends Placed {
  stop: boolean;
  chosen: boolean;
  away: boolean;
  named: boolean;
}

function NodeLink({ node, x, y, radius, stop, chosen, away, named }: NodeLinkProps) {
  const words = strings({ en, nb }).network;
  return (
    <g class={away ? 'actors-away' : undefined} transform={`translate(${x},${y})`}>
      <SvgLink
        href={addressHaving('selected', optionalText, chosen ? null : node.id)}
        label={words.node(partyCodeName(node.id), node.id, formatNumber(node.count))}
        current={chosen}
        tabIndex={stop ? 0 : -1}
      >
        <circle class="hit" r={Math.max(radius + 4, 13)} />
        <circle class="actors-node" r={radius} />
      </SvgLink>
      {named && (
        <text class="actors-name" y={radius + 12} text-anchor="middle" aria-hidden="true">
          {node.id}
        </text>
      )}
    </g>
  );
}
