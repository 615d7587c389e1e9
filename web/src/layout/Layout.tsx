// What stands around every page: the name, the navigation, the search box, the switches, and a
// line that says when the store has changed.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lastChange, showChanges } from '../api/changes';
import { api, refreshStatus, status } from '../api/client';
import { common } from '../i18n';
import { formatDay, formatNumber } from '../i18n/format';
import { location, navigate } from '../router/router';
import { Navigation } from './Navigation';
import { LanguageSwitch, ThemeSwitch } from './Switches';

export function Layout({ children }: { children: ComponentChildren }) {
  const words = common();
  const [open, setOpen] = useState(false);
  const { path } = location.value;
  useEffect(() => setOpen(false), [path]);

  return (
    <>
      <a class="skip-link" href="#content">
        {words.skipToContent}
      </a>
      <header class="site-head">
        <a class="brand" href="/">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {words.siteName}
        </a>
        <button
          type="button"
          class="menu-button"
          aria-expanded={open}
          aria-controls="site-menu"
          onClick={() => setOpen(!open)}
        >
          {words.menu}
        </button>
        <div id="site-menu" class={open ? 'site-menu open' : 'site-menu'}>
          <Navigation />
          <SearchBox />
          <div class="switches">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <ChangeNotice />
        {children}
      </main>
      <StatusLine />
    </>
  );
}

function SearchBox() {
  const words = common();
  const [typed, setTyped] = useState('');
  const search = (event: Event) => {
    event.preventDefault();
    if (typed.trim()) navigate(`/search?q=${encodeURIComponent(typed.trim())}`);
  };
  return (
    <form role="search" class="search-box" onSubmit={search}>
      <input
        type="search"
        aria-label={words.searchArticles}
        placeholder={words.searchArticles}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="quiet">
        {words.search}
      </button>
    </form>
  );
}

function ChangeNotice() {
  const change = lastChange.value;
  const words = common();
  return (
    <div role="status" class="change-notice">
      {change && (
        <p>
          {words.changed(formatNumber(change.documents))}{' '}
          <button type="button" onClick={showChanges}>
            {words.showChanges}
          </button>
        </p>
      )}
    </div>
  );
}

function StatusLine() {
  const known = status.value;
  const words = common();
  if (!known) return <footer class="site-foot" />;
  const day = known.latest_day ? formatDay(known.latest_day) : '–';
  const signOut = async () => {
    await api.signOut();
    await refreshStatus().catch(() => {});
  };
  return (
    <footer class="site-foot">
      <span>
        {words.siteName} {known.version}
      </span>
      <span>{words.documentsUntil(formatNumber(known.documents), day)}</span>
      <span>
        {known.analyst
          ? words.signedInAs(known.analyst, words.roles[known.role])
          : words.roles[known.role]}
      </span>
      {known.tokens && (
        <button type="button" class="quiet" onClick={() => void signOut()}>
          {words.signOut}
        </button>
      )}
    </footer>
  );
}
