// Small pieces of text: days, people, places. All of it comes from articles, so each piece is
// isolated: marks of writing direction in one name must not turn round the rest of the line.

import type { Claim, DateSpan, Day, Person, Party, Place } from '../api/types';
import { common } from '../i18n';
import { formatDay, formatSpan } from '../i18n/format';
import { certaintyName, countryName, partyCode, partyCodeName } from '../vocabulary';

/** A day or a span of days; says so when there is none. */
export function DateText({ date }: { date: DateSpan | Day | null | undefined }) {
  if (!date) return <span class="muted">{common().dates.unknown}</span>;
  if (typeof date === 'string') return <time dateTime={date}>{formatDay(date)}</time>;
  if (date.begin === date.end) return <time dateTime={date.begin}>{formatDay(date.begin)}</time>;
  return <span class="date">{formatSpan(date)}</span>;
}

/** `RUS:GOV`, with what it means for those who point at it or listen. */
export function PartyCode({ code }: { code: string }) {
  if (!code) return null;
  return (
    <abbr class="code" title={partyCodeName(code)}>
      {code}
    </abbr>
  );
}

export function PartyText({ party }: { party: Person & Partial<Party> }) {
  const doubt = party.certainty ?? party.attendance;
  return (
    <span>
      <bdi title={party.canonical ?? undefined}>{party.name}</bdi>{' '}
      <PartyCode code={partyCode(party)} />
      {doubt && doubt !== 'stated' && doubt !== 'confirmed' && (
        <span class="muted"> ({certaintyName(doubt)})</span>
      )}
    </span>
  );
}

/** Parties in a line; at most `limit`, and how many more there are. */
export function PartyList({ parties, limit = 4 }: { parties: Person[]; limit?: number }) {
  if (parties.length === 0) return <span class="muted">–</span>;
  const shown = parties.slice(0, limit);
  return (
    <ul class="inline-list">
      {shown.map((party, index) => (
        <li key={index}>
          <PartyText party={party} />
        </li>
      ))}
      {parties.length > limit && <li class="muted">+{parties.length - limit}</li>}
    </ul>
  );
}

export function PlaceText({ place }: { place: Place | null }) {
  const country = place?.country ? countryName(place.country) : '';
  // An article may say “the country” and no name.
  const name = place?.name || country;
  if (!name) return <span class="muted">–</span>;
  return (
    <span>
      <bdi>{name}</bdi>
      {country && country !== name && <span class="muted">, {country}</span>}
    </span>
  );
}

/** Who claims a number, as the article writes it; `source` itself is a key for comparing. */
export const claimant = ({ report, source }: Claim): string =>
  report.according_to[0]?.name ?? report.publisher ?? source;

/** For CSV files and sorting: parties as one text. */
export const partiesText = (parties: Person[]): string =>
  parties.map((party) => `${party.name} (${partyCode(party)})`).join('; ');

export const placeText = (place: Place | null): string =>
  place ? [place.name, place.country].filter(Boolean).join(', ') : '';
