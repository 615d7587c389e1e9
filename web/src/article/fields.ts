// The fields of each kind of record that an analyst may correct, in the order in which they are
// shown, and how each is filled in.

import { ceasefireStates, controlChanges, ploverTypes, tollTypes } from '../vocabulary';
import type { RecordKind } from './records';

type FieldKind =
  | 'type' | 'state' | 'purpose' | 'text' | 'number' | 'days' | 'place' | 'parties';

export const fieldsOf: Record<RecordKind, readonly string[]> = {
  incident: ['type', 'state', 'actor', 'recipient', 'date', 'place', 'according_to'],
  toll: ['type', 'low', 'high', 'detail', 'actor', 'date', 'place', 'according_to'],
  ceasefire: [
    'state', 'place', 'date', 'end_date', 'detail', 'party', 'proposed_by', 'rejected_by',
    'brokered_by',
  ],
  talks: ['state', 'detail', 'participant', 'date', 'place'],
  resolution: ['state', 'detail', 'sponsor', 'vetoed_by', 'date'],
  control: ['type', 'place', 'holder', 'from', 'date', 'according_to'],
};

const byField: Record<string, FieldKind> = {
  type: 'type', state: 'state', detail: 'text', low: 'number', high: 'number',
  date: 'days', end_date: 'days', place: 'place',
};

export function fieldKind(kind: RecordKind, field: string): FieldKind {
  if (kind === 'ceasefire' && field === 'detail') return 'purpose';
  return byField[field] ?? 'parties';
}

const types: Partial<Record<RecordKind, readonly string[]>> = {
  incident: ploverTypes,
  toll: tollTypes,
  control: controlChanges,
};

const states: Partial<Record<RecordKind, readonly string[]>> = {
  incident: ['actual', 'future', 'hypothetical', 'negated'],
  ceasefire: ceasefireStates,
  talks: ['planned', 'ongoing', 'held', 'suspended', 'cancelled', 'refused'],
  resolution: ['drafted', 'tabled', 'adopted', 'vetoed', 'failed'],
};

const purposes = ['', 'humanitarian', 'peace_process', 'holiday', 'evacuation', 'other'];

/** The codes that a field may have; none for those that are written freely. */
export function codesOf(kind: RecordKind, field: string): readonly string[] {
  if (field === 'type') return types[kind] ?? [];
  if (field === 'state') return states[kind] ?? [];
  return fieldKind(kind, field) === 'purpose' ? purposes : [];
}
