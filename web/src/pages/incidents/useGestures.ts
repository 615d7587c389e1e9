// Dragging, pinching and the wheel, by d3-zoom.

import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom as zoomBehaviour } from 'd3-zoom';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { deepestZoom, leastZoom, type Size, transformOf, type View, viewOf } from './view';

interface Heed {
  /** While it moves. */
  move: (view: View) => void;
  /** When it has come to rest. */
  settle: (view: View) => void;
}

/**
 * One finger and a plain wheel scroll the page, so that nobody is caught on the map: two fingers
 * move it, and the wheel zooms with Ctrl, or when the map has the focus.
 */
function heeded(event: Event): boolean {
  if (event instanceof WheelEvent) {
    const map = event.currentTarget as Element | null;
    return event.ctrlKey || event.metaKey || map === document.activeElement;
  }
  if (typeof TouchEvent !== 'undefined' && event instanceof TouchEvent) {
    return event.touches.length > 1;
  }
  return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
}

export function useGestures(
  element: RefObject<HTMLElement>,
  view: View,
  size: Size,
  heed: Heed,
): void {
  const latest = useRef(heed);
  latest.current = heed;
  const behaviour = useRef(zoomBehaviour<HTMLElement, unknown>()).current;

  useEffect(() => {
    if (!element.current) return;
    let moving = false;
    const tell = (event: D3ZoomEvent<HTMLElement, unknown>) => {
      // What the workbench itself has set needs no answer, nor does a mere press.
      if (!event.sourceEvent || (event.type === 'end' && !moving)) return;
      moving = event.type !== 'end';
      const seen = viewOf(event.transform, size);
      if (moving) latest.current.move(seen);
      else latest.current.settle(seen);
    };
    behaviour
      .extent([
        [0, 0],
        [size.width, size.height],
      ])
      .scaleExtent([2 ** leastZoom(size), 2 ** deepestZoom])
      .translateExtent([
        [-Infinity, 0],
        [Infinity, 256],
      ])
      .duration(0)
      .filter(heeded)
      .on('zoom end', tell);
    const map = select(element.current).call(behaviour);
    return () => {
      map.on('.zoom', null);
    };
  }, [size.width, size.height]);

  useEffect(() => {
    if (element.current) select(element.current).call(behaviour.transform, transformOf(view, size));
  }, [view.lon, view.lat, view.zoom, size.width, size.height]);
}
