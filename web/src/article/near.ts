// Whether something is on the screen or close to it, so that what is far away need not be drawn in
// full.

import { useEffect, useRef, useState } from 'preact/hooks';

const heeding = new WeakMap<Element, (near: boolean) => void>();

const observer = new IntersectionObserver(
  (entries) => entries.forEach((entry) => heeding.get(entry.target)?.(entry.isIntersecting)),
  { rootMargin: '800px 0px' },
);

export function useNear<Target extends Element>(atFirst: boolean) {
  const target = useRef<Target>(null);
  const [near, setNear] = useState(atFirst);
  useEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    heeding.set(element, setNear);
    observer.observe(element);
    return () => observer.unobserve(element);
  }, []);
  return [target, near] as const;
}
