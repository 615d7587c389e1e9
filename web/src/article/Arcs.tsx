// Arcs over the text, from the word that tells of a record to the words that fill its roles. The
// panel beside the text says the same in words.

import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Words } from '../api/types';
import { arcPath, type Point } from './arcPath';
import type { RoleWords } from './roles';
import { fieldName } from './fieldName';

interface Arc {
  roles: string[];
  from: Point;
  to: Point;
}

interface ArcsProps {
  frame: RefObject<HTMLElement>;
  from: Words;
  roles: RoleWords[];
}

/** The middle of the upper edge of the words that begin at an offset. */
function topOf(frame: HTMLElement, begin: number): Point | null {
  const element = frame.querySelector(`[data-begin="${begin}"]`);
  const box = element?.getClientRects()[0];
  if (!box) return null;
  const around = frame.getBoundingClientRect();
  return { x: box.left + box.width / 2 - around.left, y: box.top - around.top };
}

function arcsOf(frame: HTMLElement, from: Words, roles: RoleWords[]): Arc[] {
  const start = topOf(frame, from.begin);
  if (!start) return [];
  const beginnings = [...new Set(roles.map((role) => role.begin))];
  return beginnings.flatMap((begin) => {
    const to = begin === from.begin ? null : topOf(frame, begin);
    const filled = roles.filter((role) => role.begin === begin).map(({ role }) => role);
    return to ? [{ roles: filled, from: start, to }] : [];
  });
}

/** Goes up when the frame gets another size, and what was measured in it is out of date. */
function useSize(frame: RefObject<HTMLElement>): number {
  const [changes, setChanges] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setChanges((count) => count + 1));
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return changes;
}

export function Arcs({ frame, from, roles }: ArcsProps) {
  const [arcs, setArcs] = useState<Arc[]>([]);
  const size = useSize(frame);
  useLayoutEffect(() => {
    setArcs(frame.current ? arcsOf(frame.current, from, roles) : []);
  }, [from.begin, roles, size]);

  return (
    <svg class="article-arcs" aria-hidden="true">
      {arcs.map((arc) => (
        <g key={arc.roles.join()} class={`article-arc role-${arc.roles[0]}`}>
          <path d={arcPath(arc.from, arc.to)} />
          <circle cx={arc.to.x} cy={arc.to.y} r="3" />
        </g>
      ))}
      {arcs.map((arc) => (
        <text
          key={arc.roles.join()}
          class={`article-arc role-${arc.roles[0]}`}
          x={arc.to.x}
          y={arc.to.y - 5}
          text-anchor="middle"
        >
          {arc.roles.map((role) => fieldName(null, role).toLowerCase()).join(', ')}
        </text>
      ))}
    </svg>
  );
}
