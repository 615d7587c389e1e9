// What an entry is called: the heading of its page and the title of its tab.

import type { Entry, Incident } from '../api/types';
import { common } from '../i18n';
import { formatRange } from '../i18n/format';
import { typeName } from '../vocabulary';

const joined = (...parts: (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(' · ');

/** The first who acted and the first whom it befell: USA → Hamas. */
function sides({ actor, recipient }: Incident): string {
  const [from, to] = [actor[0]?.name, recipient[0]?.name];
  if (from && to) return `${from} → ${to}`;
  return from ?? (to ? `→ ${to}` : '');
}

export function entryTitle(entry: Entry): string {
  const kind = common().kinds[entry.kind];
  switch (entry.kind) {
    case 'incident':
      return joined(typeName(entry.type), sides(entry), entry.place?.name);
    case 'toll':
      return joined(
        `${typeName(entry.type)}: ${formatRange(entry.low, entry.high)}`,
        entry.place?.name,
      );
    case 'ceasefire':
      return joined(kind, entry.area?.name ?? entry.parties.map(({ name }) => name).join(', '));
    case 'talks':
      return joined(kind, entry.format, entry.place?.name);
    case 'resolution':
      return joined(kind, entry.body, entry.subject);
    case 'control':
      return joined(kind, entry.place?.name);
  }
}
