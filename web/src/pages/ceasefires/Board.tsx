// Ceasefires as cards in columns, one for each state in which there are any.

import { useState } from 'preact/hooks';
import type { Ceasefire } from '../../api/types';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { PlainText } from '../../parts/PlainText';
import { entryAddress } from '../../parts/addresses';
import { StateBadge } from '../../parts/badges';
import { DateText, PartyCode } from '../../parts/texts';
import { ceasefireStates, countryName, partyCode } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

const atFirst = 12;

export function Board({ ceasefires }: { ceasefires: Ceasefire[] }) {
  const words = strings({ en, nb });
  const columns = ceasefireStates
    .map((state) => ({ state, those: ceasefires.filter((each) => each.state === state) }))
    .filter(({ those }) => those.length > 0);
  return (
    <div class="board" role="region" tabIndex={0} aria-label={words.boardLabel}>
      {columns.map(({ state, those }) => (
        <Column key={state} state={state} ceasefires={those} />
      ))}
    </div>
  );
}

function Column({ state, ceasefires }: { state: string; ceasefires: Ceasefire[] }) {
  const words = strings({ en, nb });
  const [limit, setLimit] = useState(atFirst);
  const left = ceasefires.length - limit;
  return (
    <section class="board-column">
      <h2>
        <StateBadge state={state} />
        <span class="muted"> {formatNumber(ceasefires.length)}</span>
      </h2>
      <ul>
        {ceasefires.slice(0, limit).map((ceasefire) => (
          <li key={ceasefire.id}>
            <Card ceasefire={ceasefire} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" onClick={() => setLimit(ceasefires.length)}>
          {words.moreHere(left)}
        </button>
      )}
    </section>
  );
}

function Card({ ceasefire }: { ceasefire: Ceasefire }) {
  const words = strings({ en, nb });
  const { area, begin_date: begin, end_date: end, violations } = ceasefire;
  const codes = [...new Set(ceasefire.parties.map(partyCode))].filter(Boolean);
  const country = area?.country ? countryName(area.country) : '';
  return (
    <article class="card">
      <h3>
        <a href={entryAddress(ceasefire.id)}>
          <bdi>{area?.name || words.unnamed}</bdi>
        </a>
        {country && country !== area?.name && <span class="muted"> {country}</span>}
      </h3>
      {codes.length > 0 && (
        <p class="card-codes">
          {codes.map((code) => (
            <PartyCode key={code} code={code} />
          ))}
        </p>
      )}
      {begin && (
        <p>
          <DateText date={{ begin: begin.begin, end: end?.end ?? begin.end }} />
        </p>
      )}
      {violations.length > 0 && (
        <p class="tone-bad">
          <span aria-hidden="true">▼ </span>
          {words.violations(violations.length)}
        </p>
      )}
      {ceasefire.quote && (
        <p class="clamped card-quote muted">
          <bdi>
            <PlainText>{ceasefire.quote}</PlainText>
          </bdi>
        </p>
      )}
      <p class="muted">
        {words.lastReport}: <DateText date={ceasefire.last_report} />
      </p>
    </article>
  );
}
