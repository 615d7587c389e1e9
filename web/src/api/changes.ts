// The stream of changes. Pages that are open for hours learn from it that the store has grown.

import { signal } from '@preact/signals';
import type { Change } from './types';

/** The last change that the server told of since the page was opened. */
export const lastChange = signal<Change | null>(null);

/** Goes up when what is on the screen should be asked for anew; every loading hook heeds it. */
export const dataVersion = signal(0);

/** Shows what has changed: asks anew for all that is on the screen. */
export function showChanges(): void {
  lastChange.value = null;
  dataVersion.value += 1;
}

let stream: EventSource | null = null;

function listen(): void {
  if (stream) return;
  stream = new EventSource('/api/v1/changes/stream');
  stream.addEventListener('change', (event) => {
    lastChange.value = JSON.parse((event as MessageEvent<string>).data) as Change;
  });
}

function hangUp(): void {
  stream?.close();
  stream = null;
}

/**
 * Listens while the page is to be seen. A browser opens only six connections to a server, so
 * hidden tabs must not hold one each.
 */
export function followChanges(): () => void {
  const heed = () => (document.visibilityState === 'visible' ? listen() : hangUp());
  heed();
  document.addEventListener('visibilitychange', heed);
  return () => {
    document.removeEventListener('visibilitychange', heed);
    hangUp();
  };
}
