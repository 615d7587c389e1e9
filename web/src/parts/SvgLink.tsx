// A link within a drawing.

import type { ComponentChildren } from 'preact';
import { type Codec, writeQuery } from '../router/query';
import { location } from '../router/router';

interface SvgLinkProps {
  href: string;
  /** What is read aloud, and shown to those who point at it. */
  label: string;
  current?: boolean;
  /** -1 where arrow keys, and not Tab, lead to it. */
  tabIndex?: number;
  children: ComponentChildren;
}

export function SvgLink({ href, label, current = false, tabIndex, children }: SvgLinkProps) {
  return (
    <a
      class="svg-link"
      href={href}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabIndex}
    >
      <title>{label}</title>
      {children}
    </a>
  );
}

/** Arrow keys move the focus among the links of a drawing, so that it is one stop for Tab. */
export function moveAmongLinks(event: KeyboardEvent): void {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const step = steps[event.key];
  const drawing = (event.target as Element).closest('svg');
  if (!step || !drawing) return;
  event.preventDefault();
  const links = [...drawing.querySelectorAll<SVGAElement>('.svg-link')];
  const at = links.findIndex((link) => link.contains(event.target as Element));
  links[(at + step + links.length) % links.length]?.focus();
}

/** The address as it is, with one parameter set to another value, or taken away by null. */
export function addressHaving<Value>(name: string, codec: Codec<Value>, value: Value): string {
  const { path, search } = location.value;
  return path + writeQuery({ [name]: codec }, search, { [name]: value });
}
