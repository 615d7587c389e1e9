// The frame of every page: its heading, which gets the focus when one comes here, and its title.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { common } from '../i18n';

interface PageProps {
  title: string;
  /** A line on what the page shows. */
  lead?: ComponentChildren;
  /** Buttons and switches that stand beside the heading. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

// The page that a browser opens first keeps the focus where the browser puts it.
let first = true;

export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const site = common().siteName;
  useEffect(() => {
    document.title = title === site ? site : `${title} · ${site}`;
  }, [title, site]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);

  return (
    <>
      <div class="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
