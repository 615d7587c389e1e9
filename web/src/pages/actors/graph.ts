// The network as a drawing: links put together, and circles laid out. The same network always
// lies the same way.

import {
  forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Network, NetworkLink, NetworkNode } from '../../api/types';

/** A side without a sector, `EUR:`, as filters and the other pages write it. */
const plain = (id: string): string => id.replace(/:$/, '');

export const withPlainCodes = ({ nodes, links }: Network): Network => ({
  nodes: nodes.map((node) => ({ ...node, id: plain(node.id) })),
  links: links.map((link) => ({
    ...link,
    source: plain(link.source),
    target: plain(link.target),
  })),
});

/** All links of one quad class from one side to another. */
export interface Edge {
  key: string;
  source: string;
  target: string;
  quad: number;
  count: number;
  /** Which of the edges between these two it is, for those drawn beside each other. */
  lane: number;
}

export function edgesOf(links: NetworkLink[]): Edge[] {
  const edges = new Map<string, Edge>();
  const lanes = new Map<string, number>();
  for (const { source, target, quad, count } of links) {
    const pair = `${source}>${target}`;
    const key = `${pair} ${quad}`;
    const edge = edges.get(key);
    if (edge) {
      edge.count += count;
      continue;
    }
    const lane = lanes.get(pair) ?? 0;
    lanes.set(pair, lane + 1);
    edges.set(key, { key, source, target, quad, count, lane });
  }
  return [...edges.values()];
}

export interface Point {
  x: number;
  y: number;
}

type Body = SimulationNodeDatum & { id: string; radius: number };

/** Where each node lies, from 0 to 1 both ways. */
export function layOut(
  nodes: NetworkNode[],
  edges: Edge[],
  radius: (count: number) => number,
): Map<string, Point> {
  const bodies: Body[] = nodes.map(({ id, count }) => ({ id, radius: radius(count) }));
  const pulls = edges
    .filter((edge) => edge.source !== edge.target)
    .map(({ source, target }) => ({ source, target }));
  forceSimulation(bodies)
    .force('links', forceLink<Body, { source: string; target: string }>(pulls)
      .id((body) => body.id).distance(80).strength(0.25))
    .force('apart', forceManyBody<Body>().strength(-220).distanceMax(420))
    .force('collide', forceCollide<Body>((body) => body.radius + 12))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.09))
    .stop()
    .tick(300);
  return toUnit(bodies);
}

function toUnit(bodies: Body[]): Map<string, Point> {
  const range = (of: (body: Body) => number) => {
    const values = bodies.map(of);
    const low = Math.min(...values);
    const length = Math.max(...values) - low;
    return (value: number) => (length > 0 ? (value - low) / length : 0.5);
  };
  const x = range((body) => body.x ?? 0);
  const y = range((body) => body.y ?? 0);
  return new Map(bodies.map((body) => [body.id, { x: x(body.x ?? 0), y: y(body.y ?? 0) }]));
}

/**
 * A curve from the edge of one circle to that of another, bent to the right of its way, so that
 * what goes back does not lie on it; a loop where both are one.
 */
export function curve(
  from: Point & { radius: number },
  to: Point & { radius: number },
  lane: number,
): string {
  const same = from.x === to.x && from.y === to.y;
  if (same) {
    const r = 9 + 5 * lane;
    const top = from.y - from.radius;
    return `M${from.x - 4},${top}a${r},${r} 0 1 1 8,0`;
  }
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const bend = Math.min(length * 0.12, 22) + 12 * lane;
  const control = {
    x: (from.x + to.x) / 2 - (dy / length) * bend,
    y: (from.y + to.y) / 2 + (dx / length) * bend,
  };
  const begin = towards(from, control, from.radius + 1);
  const end = towards(to, control, to.radius + 5);
  return `M${begin.x},${begin.y}Q${control.x},${control.y} ${end.x},${end.y}`;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    x: round(from.x + ((to.x - from.x) * by) / length),
    y: round(from.y + ((to.y - from.y) * by) / length),
  };
}
