// One actor, or one side by its code: who it is, what it did, and what it took part in.

import { api } from '../../api/client';
import { useLoad } from '../../api/hooks';
import type { Actor } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatDay, formatNumber } from '../../i18n/format';
import { actorAddress } from '../../parts/addresses';
import { Facts } from '../../parts/Facts';
import { FilterBar } from '../../parts/FilterBar';
import { Page } from '../../parts/Page';
import { Answer } from '../../parts/States';
import { DateText, PartyCode } from '../../parts/texts';
import { useFilters } from '../../router/filters';
import {
  actorTypeName, countryName, partyCode, partyCodeName, ploverTypes, sectorName,
} from '../../vocabulary';
import { ActorCharts } from './ActorCharts';
import { ActorIncidents } from './ActorIncidents';
import { ActorCeasefires, ActorResolutions, ActorTalks } from './ActorLedgers';
import { isCode, named, sameAs } from './identity';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function ActorPage({ name }: { name: string }) {
  const words = strings({ en, nb }).actor;
  const [{ as_of }] = useFilters();
  const code = isCode(name);
  const found = useLoad(['actor', name, as_of], async (signal) => {
    if (code) return { actor: null };
    const page = await api.ledger('actors', { actor: [name], as_of, limit: 50 }, signal);
    return { actor: named(name, page.items) };
  });
  return (
    <Page
      title={code ? partyCodeName(name) : name}
      lead={code ? words.side : words.lead}
      actions={<a href="/actors?view=register">{words.all}</a>}
    >
      <FilterBar without="actor" types={ploverTypes} />
      <Answer of={found}>{({ actor }) => <Everything name={name} actor={actor} />}</Answer>
    </Page>
  );
}

function Everything({ name, actor }: { name: string; actor: Actor | null }) {
  const words = strings({ en, nb }).actor;
  const same = sameAs(name, actor);
  return (
    <>
      {!actor && !isCode(name) && <p class="muted">{words.unregistered}</p>}
      <div class="panels">
        <section class="panel">
          <h2>{words.known}</h2>
          {actor ? <ActorFacts actor={actor} /> : <SideFacts code={name} />}
        </section>
        <ActorCharts name={name} />
      </div>
      <ActorIncidents name={name} same={same} />
      <ActorCeasefires name={name} same={same} />
      <ActorTalks name={name} same={same} />
      <ActorResolutions name={name} same={same} />
    </>
  );
}

function SideFacts({ code }: { code: string }) {
  const words = strings({ en, nb }).actor;
  if (!isCode(code)) return <bdi>{code}</bdi>;
  const [country = ''] = code.split(':');
  return (
    <>
      <Facts facts={[{ name: words.code, value: <PartyCode code={code} /> }]} />
      <ul>
        <li>
          <a href={inNetwork(code)}>{words.inNetwork}</a>
        </li>
        <li>
          <a href={`/actors?view=register&country=${country}`}>
            {words.inRegister}
          </a>
        </li>
      </ul>
    </>
  );
}

const inNetwork = (code: string): string => `/actors?selected=${encodeURIComponent(code)}`;

function ActorFacts({ actor }: { actor: Actor }) {
  const words = strings({ en, nb }).actor;
  const { fields } = common();
  return (
    <Facts
      facts={[
        { name: fields.type, value: actorTypeName(actor.type) },
        { name: fields.country, value: actor.country && countryName(actor.country) },
        { name: fields.sector, value: actor.sector.map(sectorName).join(', ') },
        {
          name: words.side,
          known: actor.country !== null,
          value: <a href={actorAddress(partyCode(actor))}>{partyCode(actor)}</a>,
        },
        { name: words.names, value: <bdi>{actor.names.join(', ')}</bdi> },
        { name: words.offices, known: actor.offices.length > 0, value: <Offices actor={actor} /> },
        { name: words.articles, value: formatNumber(actor.documents) },
        { name: fields.first_report, value: <DateText date={actor.first_report} /> },
        { name: fields.last_report, value: <DateText date={actor.last_report} /> },
      ]}
    />
  );
}

function Offices({ actor }: { actor: Actor }) {
  const words = strings({ en, nb }).actor;
  return (
    <ul class="actors-offices">
      {actor.offices.map(({ office, first_report: first, last_report: last }) => (
        <li key={office}>
          <bdi>{office}</bdi>{' '}
          {first && last && (
            <span class="muted">
              {first === last ? formatDay(first) : words.term(formatDay(first), formatDay(last))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
