// What articles since a day tell: ceasefires that turned, figures in dispute, and all changes.

import { api } from '../../api/client';
import { usePages } from '../../api/hooks';
import type { Day, Entry, Toll } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatNumber, formatRange } from '../../i18n/format';
import { entryAddress } from '../../parts/addresses';
import { StateBadge } from '../../parts/badges';
import { entryTitle } from '../../parts/entryTitle';
import { Loading, Problem } from '../../parts/States';
import { claimant, DateText, PlaceText } from '../../parts/texts';
import { useFilters } from '../../router/filters';
import { typeName } from '../../vocabulary';
import { Changes } from './Changes';
import { disputesSince, type Turn, turnsSince } from './news';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function News({ since }: { since: Day }) {
  const words = strings({ en, nb });
  const [filters] = useFilters();
  // In changes, since is a day of publication, and until the same as as_of.
  const listing = {
    ...filters, since, until: null, limit: 250, order: 'newest', detail: 'summary',
  } as const;
  const changes = usePages(listing, (cursor, signal) =>
    api.changes({ ...listing, cursor }, signal),
  );
  if (changes.problem) return <Problem problem={changes.problem} again={changes.reload} />;
  if (changes.loading && changes.items.length === 0) return <Loading />;

  const count = formatNumber(changes.items.length);
  return (
    <div aria-busy={changes.loading}>
      {!changes.complete && (
        <p class="muted">
          {words.capped(count)}{' '}
          <button type="button" disabled={changes.loading} onClick={changes.more}>
            {words.readMore}
          </button>
        </p>
      )}
      <div class="panels">
        <Turns turns={turnsSince(changes.items, since)} />
        <Disputes tolls={disputesSince(changes.items, since)} />
      </div>
      <Changes entries={changes.items} since={since} />
    </div>
  );
}

/** As many as stay readable at a glance; the list of all changes has the others. */
const glance = 8;

function Turns({ turns }: { turns: Turn[] }) {
  const words = strings({ en, nb });
  return (
    <section class="panel">
      <h2>{words.changedCeasefires}</h2>
      {turns.length === 0 && <p class="muted">{words.noCeasefires}</p>}
      <ul class="overview-list">
        {turns.slice(0, glance).map(({ ceasefire, before, now }) => (
          <li key={ceasefire.id}>
            <p>
              <EntryLink entry={ceasefire} /> {before && <StateBadge state={before.state} />}
              {before && <span aria-label="→"> → </span>}
              <StateBadge state={now.state} />
            </p>
            <p class="muted">
              <DateText date={now.date ?? ceasefire.last_report} />
              {ceasefire.quote && <bdi class="clamped"> {ceasefire.quote}</bdi>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Disputes({ tolls }: { tolls: Toll[] }) {
  const words = strings({ en, nb });
  return (
    <section class="panel">
      <h2>{words.newDisputes}</h2>
      {tolls.length === 0 && <p class="muted">{words.noDisputes}</p>}
      <ul class="overview-list">
        {tolls.slice(0, glance).map((toll) => (
          <li key={toll.id}>
            <p>
              <a href={entryAddress(toll.id)}>
                {typeName(toll.type)} {formatRange(toll.low, toll.high)}
              </a>
              , <PlaceText place={toll.place} />, <DateText date={toll.date} />
            </p>
            <ul class="inline-list muted">
              {toll.claims
                .filter((claim) => !claim.part && !claim.replaced)
                .map((claim) => (
                  <li key={claim.report.id}>
                    {formatRange(claim.low, claim.high)} {words.claimedBy}{' '}
                    <bdi>{claimant(claim)}</bdi>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function EntryLink({ entry }: { entry: Entry }) {
  return (
    <a href={entryAddress(entry.id)}>
      <bdi>{entryTitle(entry)}</bdi>
      <span class="visually-hidden"> ({common().kinds[entry.kind]})</span>
    </a>
  );
}
