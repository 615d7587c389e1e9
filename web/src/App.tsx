// The whole workbench: signs in where a token is needed, and shows the page of the address.

import { useEffect } from 'preact/hooks';
import { followChanges } from './api/changes';
import { refreshStatus, tokenNeeded } from './api/client';
import { Layout } from './layout/Layout';
import { SignIn } from './layout/SignIn';
import { Routed } from './layout/Routed';
import './theme';

export function App() {
  useEffect(() => {
    // Whatever goes wrong here, the pages' own questions meet too, and tell of it.
    refreshStatus().catch(() => {});
  }, []);
  const shut = tokenNeeded.value;
  useEffect(() => (shut ? undefined : followChanges()), [shut]);
  return <Layout>{shut ? <SignIn /> : <Routed />}</Layout>;
}
