// Which address shows which page. Each page is a folder of its own, fetched when it is first
// opened; its index.tsx has the page as its default export.

import type { ComponentType } from 'preact';
import type { Strings } from '../i18n/en';

export interface PageProps {
  /** The parts of the path that the pattern names. */
  params: Record<string, string>;
}

interface Route {
  pattern: string;
  /** Its place in the navigation, if it has one. */
  nav?: keyof Strings['nav'];
  /** Whether filters go along to it from the page before. */
  filtered?: boolean;
  load: () => Promise<{ default: ComponentType<PageProps> }>;
}

export const routes: Route[] = [
  { pattern: '/', nav: 'overview', filtered: true, load: () => import('./overview') },
  {
    pattern: '/ceasefires', nav: 'ceasefires', filtered: true,
    load: () => import('./ceasefires'),
  },
  { pattern: '/incidents', nav: 'incidents', filtered: true, load: () => import('./incidents') },
  { pattern: '/tolls', nav: 'tolls', filtered: true, load: () => import('./tolls') },
  { pattern: '/talks', nav: 'talks', filtered: true, load: () => import('./talks') },
  {
    pattern: '/resolutions', nav: 'resolutions', filtered: true,
    load: () => import('./resolutions'),
  },
  { pattern: '/control', nav: 'control', filtered: true, load: () => import('./control') },
  { pattern: '/actors', nav: 'actors', filtered: true, load: () => import('./actors') },
  { pattern: '/documents', nav: 'documents', load: () => import('./documents') },
  { pattern: '/queue', nav: 'queue', load: () => import('./queue') },
  { pattern: '/search', nav: 'search', load: () => import('./search') },
  { pattern: '/add', nav: 'add', load: () => import('./add') },
  { pattern: '/export', nav: 'export', filtered: true, load: () => import('./export') },
  { pattern: '/reader/:key', load: () => import('./reader') },
  { pattern: '/entries/:document/:record', load: () => import('./entry') },
];
