// Who does what to whom, as a network that lies still.

import { scaleSqrt } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Network as NetworkData, NetworkLink } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { TypeBadge } from '../../parts/badges';
import { ChartFrame } from '../../parts/ChartFrame';
import { type Column, DataTable } from '../../parts/DataTable';
import { Key } from '../../parts/Legend';
import { Answer, Empty } from '../../parts/States';
import { Switch } from '../../parts/Switch';
import { useFilters } from '../../router/filters';
import { oneOf, optionalText, useQuery } from '../../router/query';
import { quadName, typeName } from '../../vocabulary';
import { Drawing } from './Drawing';
import { edgesOf, layOut, withPlainCodes } from './graph';
import { NodePanel } from './NodePanel';
import { SideLink } from './Side';
import { en } from './strings.en';
import { nb } from './strings.nb';

const limits = ['50', '150', '400'] as const;
// A phone has no room for more.
const usual = window.matchMedia('(max-width: 40rem)').matches ? '50' : '150';
const schema = { selected: optionalText, links: oneOf(limits, usual) };

export function Network() {
  const words = strings({ en, nb }).network;
  const [filters] = useFilters();
  const [{ selected, links }, setQuery] = useQuery(schema);
  const network = useLoad(['network', filters, links], async (signal) =>
    withPlainCodes(await api.network({ ...filters, limit: Number(links) }, signal)),
  );
  return (
    <Answer of={network}>
      {(data) =>
        data.nodes.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <div class={selected ? 'with-chosen' : undefined}>
            <Chart
              network={data}
              selected={selected}
              controls={
                <Switch
                  label={words.limit}
                  values={limits}
                  nameOf={words.most}
                  value={links}
                  choose={(chosen) => setQuery({ links: chosen })}
                />
              }
            />
            {selected && (
              <NodePanel
                id={selected}
                links={data.links}
                close={() => setQuery({ selected: null })}
              />
            )}
          </div>
        )
      }
    </Answer>
  );
}

interface ChartProps {
  network: NetworkData;
  selected: string | null;
  controls: ComponentChildren;
}

function Chart({ network, selected, controls }: ChartProps) {
  const words = strings({ en, nb }).network;
  const drawing = useMemo(() => {
    const most = Math.max(...network.nodes.map((node) => node.count));
    const radius = scaleSqrt().domain([0, most]).range([4, 24]);
    // Small circles are drawn last, and so lie on top.
    const nodes = [...network.nodes].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    const edges = edgesOf(network.links);
    return { nodes, edges, radius, places: layOut(nodes, edges, radius) };
  }, [network]);
  const { nodes, edges } = drawing;
  return (
    <ChartFrame
      title={words.title}
      description={words.description}
      controls={controls}
      legend={<Legend quads={[...new Set(edges.map((edge) => edge.quad))].sort()} />}
      table={<LinkTable links={network.links} />}
    >
      <Drawing
        {...drawing}
        selected={selected}
        label={words.label(formatNumber(nodes.length), formatNumber(network.links.length))}
      />
    </ChartFrame>
  );
}

function Legend({ quads }: { quads: number[] }) {
  return (
    <ul class="legend" aria-label={strings({ en, nb }).network.quads}>
      {quads.map((quad) => (
        <Key key={quad} width={40} name={quadName(quad)}>
          <line class={`actors-edge actors-quad-${quad}`} x1="0" x2="40" y1="6" y2="6" />
        </Key>
      ))}
    </ul>
  );
}

function LinkTable({ links }: { links: NetworkLink[] }) {
  const words = strings({ en, nb }).network;
  const columns: Column<NetworkLink>[] = [
    {
      key: 'source', title: words.source, rowHeader: true, value: (link) => link.source,
      cell: (link) => <SideLink code={link.source} />,
    },
    {
      key: 'type', title: common().fields.type, value: (link) => typeName(link.type),
      cell: (link) => <TypeBadge type={link.type} />,
    },
    {
      key: 'target', title: words.target, value: (link) => link.target,
      cell: (link) => <SideLink code={link.target} />,
    },
    { key: 'count', title: words.count, numeric: true, value: (link) => link.count },
  ];
  return (
    <DataTable
      caption={words.title}
      hideCaption
      columns={columns}
      rows={links}
      rowKey={(link) => `${link.source} ${link.type} ${link.target}`}
      sortParameter="by"
    />
  );
}
