// The records of a coded document, all kinds alike: where in the text they are, and the values of
// the fields that an analyst may correct, written as corrections write them.

import type { CodedActor, CodedDocument, DateSpan, Place, Words } from '../api/types';
import { daysNotation, partiesNotation, placeNotation } from './notation';
import type { Offset } from './offsets';

export type RecordKind = 'incident' | 'toll' | 'ceasefire' | 'talks' | 'resolution' | 'control';

export interface ArticleRecord {
  id: string;
  kind: RecordKind;
  confidence: number;
  rule: string | null;
  /** Offsets in UTF-16 units, as everywhere in this folder. */
  evidence: Words;
  /** The word that told of an event; other kinds have none. */
  trigger: Words | null;
  /** What corrections may change, by field. */
  values: Record<string, string>;
  parties: { role: string; party: CodedActor }[];
  place: Place | null;
  /** The words of the day, where the record keeps them. */
  dateText: string | null;
}

interface Coded {
  id: string;
  confidence: number;
  rule: string | null;
  evidence: Words;
}

interface Content {
  trigger?: Words;
  values: Record<string, string>;
  roles: Record<string, CodedActor[]>;
  place?: Place | null;
  date?: (DateSpan & { text?: string }) | null;
}

function record(kind: RecordKind, coded: Coded, content: Content, at: Offset): ArticleRecord {
  const words = ({ begin, end }: Words) => ({ begin: at(begin), end: at(end) });
  const roles = Object.entries(content.roles);
  return {
    id: coded.id,
    kind,
    confidence: coded.confidence,
    rule: coded.rule,
    evidence: words(coded.evidence),
    trigger: content.trigger ? words(content.trigger) : null,
    values: {
      ...content.values,
      ...Object.fromEntries(roles.map(([role, parties]) => [role, partiesNotation(parties)])),
    },
    parties: roles.flatMap(([role, parties]) => parties.map((party) => ({ role, party }))),
    place: content.place ?? null,
    dateText: content.date?.text ?? null,
  };
}

const number = (value: number | null): string => (value === null ? '' : String(value));

function events(coded: CodedDocument, at: Offset): ArticleRecord[] {
  return coded.events.map((event) => {
    const { actor, recipient, according_to, place, date, trigger } = event;
    const values = {
      type: event.type,
      state: event.status,
      date: daysNotation(date),
      place: placeNotation(place),
    };
    const roles = { actor, recipient, according_to };
    return record('incident', event, { trigger, values, roles, place, date }, at);
  });
}

/** A toll has the place, the day and the actor of the event that caused it, unless its own. */
function tolls(coded: CodedDocument, at: Offset): ArticleRecord[] {
  const events = new Map(coded.events.map((event) => [event.id, event]));
  return coded.tolls.map((toll) => {
    const cause = events.get(toll.event ?? '');
    const place = toll.place ?? cause?.place ?? null;
    const date = toll.date ?? cause?.date ?? null;
    const values = {
      type: toll.kind,
      low: number(toll.low),
      high: number(toll.high),
      detail: toll.who ?? '',
      date: daysNotation(date),
      place: placeNotation(place),
    };
    const roles = { actor: cause?.actor ?? [], according_to: toll.according_to };
    return record('toll', toll, { values, roles, place, date }, at);
  });
}

function ceasefires(coded: CodedDocument, at: Offset): ArticleRecord[] {
  return coded.ceasefires.map((ceasefire) => {
    const { area, country, begin_date: date, proposed_by, rejected_by, brokered_by } = ceasefire;
    const named = area === null && !country ? null : { name: area ?? '', country: country ?? null };
    const values = {
      state: ceasefire.state,
      detail: ceasefire.purpose ?? '',
      date: daysNotation(date),
      end_date: daysNotation(ceasefire.end_date),
      place: placeNotation(named),
    };
    const roles = { party: ceasefire.parties, proposed_by, rejected_by, brokered_by };
    const place = named && { ...named, lat: null, lon: null };
    return record('ceasefire', ceasefire, { values, roles, place, date }, at);
  });
}

function talks(coded: CodedDocument, at: Offset): ArticleRecord[] {
  return coded.talks.map((one) => {
    const { place, date } = one;
    const values = {
      state: one.state,
      detail: one.format ?? '',
      date: daysNotation(date),
      place: placeNotation(place),
    };
    const roles = { participant: one.participants };
    return record('talks', one, { values, roles, place, date }, at);
  });
}

function resolutions(coded: CodedDocument, at: Offset): ArticleRecord[] {
  return coded.resolutions.map((resolution) => {
    const { date } = resolution;
    const values = {
      state: resolution.state,
      detail: resolution.body ?? '',
      date: daysNotation(date),
    };
    const roles = { sponsor: resolution.sponsors, vetoed_by: resolution.vetoed_by };
    return record('resolution', resolution, { values, roles, date }, at);
  });
}

function control(coded: CodedDocument, at: Offset): ArticleRecord[] {
  return coded.control.map((claim) => {
    const { place, date, holder, from, according_to } = claim;
    const values = {
      type: claim.change,
      place: placeNotation(place),
      date: daysNotation(date),
    };
    const roles = { holder, from, according_to };
    return record('control', claim, { values, roles, place, date }, at);
  });
}

const firstWord = (one: ArticleRecord): number => (one.trigger ?? one.evidence).begin;

/** All records in the order of reading. */
export function recordsOf(coded: CodedDocument, at: Offset): ArticleRecord[] {
  return [events, tolls, ceasefires, talks, resolutions, control]
    .flatMap((each) => each(coded, at))
    .sort((a, b) => a.evidence.begin - b.evidence.begin || firstWord(a) - firstWord(b));
}
