// The page that the address names, fetched when it is first wanted.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Problem as ServerProblem } from '../api/client';
import { common } from '../i18n';
import { routes, type PageProps } from '../pages/registry';
import { Page } from '../parts/Page';
import { Loading, Problem } from '../parts/States';
import { location, match } from '../router/router';

function find(path: string) {
  for (const route of routes) {
    const params = match(route.pattern, path);
    if (params) return { route, params };
  }
  return null;
}

const fetched = new Map<string, ComponentType<PageProps>>();

export function Routed() {
  const { path } = location.value;
  const found = find(path);
  const pattern = found?.route.pattern ?? '';
  const [, arrived] = useState(0);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!found || fetched.has(pattern)) return;
    setFailed(false);
    found.route.load().then(
      (module) => {
        fetched.set(pattern, module.default);
        arrived((count) => count + 1);
      },
      () => setFailed(true),
    );
  }, [pattern]);

  if (!found) return <NotFound />;
  if (failed) return <Problem problem={new ServerProblem(0, '', '')} />;
  const Found = fetched.get(pattern);
  // The path is the key: another entry is another page, which begins anew and takes the focus.
  return Found ? <Found key={path} params={found.params} /> : <Loading />;
}

function NotFound() {
  const words = common().notFound;
  return (
    <Page title={words.title} lead={words.text}>
      <p>
        <a href="/">{words.home}</a>
      </p>
    </Page>
  );
}
