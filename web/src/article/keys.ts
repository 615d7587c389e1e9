// Shortcuts of single keys. They do nothing while somebody types, and can be switched off
// (WCAG 2.1.4): those who speak to their machine, or press keys by accident, need that.

import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

const kept = 'varde.shortcuts';

export const shortcuts = signal(localStorage.getItem(kept) !== 'off');

export function setShortcuts(on: boolean): void {
  localStorage.setItem(kept, on ? 'on' : 'off');
  shortcuts.value = on;
}

const typing = 'input:not([type=checkbox], [type=radio], [type=file]), textarea, select, dialog';

/** Whether a key belongs to what has the focus, and not to the page. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const at = event.target;
  if (!(at instanceof Element)) return false;
  if (at.closest(typing) || (at as HTMLElement).isContentEditable) return true;
  return event.key === 'Enter' && at.closest('a, button, summary') !== null;
}

export type Keys = Record<string, () => void>;

/** Calls what a key stands for, as long as the component is there. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (!act || !shortcuts.peek() || event.repeat && !'jk'.includes(event.key)) return;
      if (isTaken(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
