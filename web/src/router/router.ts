// Where we are: the path and the query string, as a signal that components may read.

import { signal } from '@preact/signals';

interface Location {
  path: string;
  search: string;
  hash: string;
}

const present = (): Location => ({
  path: window.location.pathname,
  search: window.location.search,
  hash: window.location.hash,
});

export const location = signal<Location>(present());

/** Goes to an address of the workbench; `replace` leaves no step to come back to. */
export function navigate(address: string, options: { replace?: boolean } = {}): void {
  const before = location.peek().path;
  if (options.replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  location.value = present();
  if (location.peek().path !== before) window.scrollTo(0, 0);
}

/** Where a link leads, if it leads to another view of the workbench; links in charts are SVG. */
function ourAddress(anchor: Element): URL | null {
  const target = anchor.getAttribute('target');
  if (anchor.hasAttribute('download') || (target && target !== '_self')) return null;
  const href = anchor.getAttribute('href');
  const address = href === null ? null : new URL(href, window.location.href);
  const ours = address?.origin === window.location.origin && !address.pathname.startsWith('/api/');
  return ours ? address : null;
}

function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = (event.target as Element).closest('a');
  const address = anchor && ourAddress(anchor);
  if (!address) return;
  const { pathname, search } = window.location;
  if (address.hash && address.pathname === pathname && address.search === search) return;
  event.preventDefault();
  navigate(address.pathname + address.search + address.hash);
}

/** Makes plain links stay within the page, and the back button work. */
export function startRouter(): void {
  document.addEventListener('click', onClick);
  window.addEventListener('popstate', () => {
    location.value = present();
  });
}

/**
 * The parameters of a path by a pattern such as `/entries/:document/:record`; null if it does not
 * fit.
 */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) parameters[part.slice(1)] = safeDecode(value);
    else if (part !== value) return null;
  }
  return parameters;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
