// The page of one entry of any ledger: what is known, how it came about, and who says so.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Entry, Report } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay } from '../../i18n/format';
import { EntryHistory } from '../../parts/EntryHistory';
import { Facts } from '../../parts/Facts';
import { Page } from '../../parts/Page';
import { QuoteLink } from '../../parts/Quote';
import { Answer } from '../../parts/States';
import { useFilters } from '../../router/filters';
import type { PageProps } from '../registry';
import { CeasefireLane, CeasefireParties, Violations } from './Ceasefire';
import { factsOf } from './facts';
import {
  ControlClaims, Contradictions, Corrections, Explanation, TollClaims,
} from './sections';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { entryTitle } from '../../parts/entryTitle';
import './entry.css';

export default function EntryPage({ params }: PageProps) {
  const words = strings({ en, nb });
  const id = `${params.document}/${params.record}`;
  const [{ as_of }, setFilters] = useFilters();
  const entry = useLoad([id, as_of], (signal) => api.entry(id, as_of, signal));
  const title = entry.data ? entryTitle(entry.data) : words.loadingTitle;
  const kind = entry.data && common().kinds[entry.data.kind];
  return (
    <Page
      title={title}
      // Some titles begin with it.
      lead={kind && !title.startsWith(kind) ? kind : undefined}
    >
      {as_of && (
        <p>
          {words.asOf(formatDay(as_of))}{' '}
          <button type="button" onClick={() => setFilters({ as_of: null })}>
            {words.asNow}
          </button>
        </p>
      )}
      <Answer of={entry}>{(found) => <EntryDetails entry={found} />}</Answer>
    </Page>
  );
}

/** Reports that neither a step of the history nor a claim shows with its words. */
function furtherReports(entry: Entry): Report[] {
  const steps = 'history' in entry ? entry.history : [];
  const claims = 'claims' in entry ? entry.claims : [];
  const shown = new Set([...steps, ...claims].map(({ report }) => report?.id));
  return (entry.told ?? []).filter((report) => !shown.has(report.id));
}

function EntryDetails({ entry }: { entry: Entry }) {
  const words = strings({ en, nb });
  const further = furtherReports(entry);
  return (
    <>
      {entry.kind === 'ceasefire' && <CeasefireLane ceasefire={entry} />}
      <div class="entry">
        <section aria-labelledby="known">
          <h2 id="known">{words.terms}</h2>
          <Facts facts={factsOf(entry)} />
        </section>
        <div>
          {'history' in entry && (
            <section>
              <h2>{common().history.title}</h2>
              <EntryHistory history={entry.history} />
            </section>
          )}
          {entry.kind === 'ceasefire' && <CeasefireParties ceasefire={entry} />}
          {entry.kind === 'ceasefire' && <Violations violations={entry.violations} />}
          {entry.kind === 'toll' && <TollClaims claims={entry.claims} />}
          {entry.kind === 'control' && <ControlClaims claims={entry.claims} />}
          {entry.kind === 'incident' && <Contradictions of={entry.contradictions} />}
          {further.length > 0 && (
            <section>
              <h2>{words.told}</h2>
              {further.map((report) => (
                <QuoteLink key={report.id} report={report} />
              ))}
            </section>
          )}
          <Corrections corrections={entry.corrections ?? []} />
          <Explanation id={entry.id} />
        </div>
      </div>
    </>
  );
}
