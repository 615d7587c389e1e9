// Ceasefires, talks and resolutions that an actor took part in, and as what.

import type { Ceasefire, Entry, LedgerEntries, Resolution, Talks } from '../../api/types';
import { common, strings } from '../../i18n';
import {
  dateColumn, placeColumn, quoteColumn, reportsColumn, stateColumn,
} from '../../parts/columns';
import { type Column, DataTable } from '../../parts/DataTable';
import { Loading, Problem } from '../../parts/States';
import { useLedger } from '../../parts/useLedger';
import { useFilters } from '../../router/filters';
import { certaintyName } from '../../vocabulary';
import type { Same } from './identity';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface ActorLedgerProps {
  name: string;
  same: Same;
}

export function ActorCeasefires({ name, same }: ActorLedgerProps) {
  const words = strings({ en, nb }).actor;
  const columns: Column<Ceasefire>[] = [
    dateColumn((entry) => entry.begin_date),
    stateColumn(),
    roleColumn((entry) => {
      const roles = {
        party: entry.parties, proposed_by: entry.proposed_by,
        rejected_by: entry.rejected_by, brokered_by: entry.brokered_by,
      };
      return partsOf(roles, same);
    }),
    placeColumn((entry) => entry.area),
    quoteColumn(),
    reportsColumn(),
  ];
  return <LedgerOf ledger="ceasefires" title={words.ceasefires} {...{ name, columns }} />;
}

export function ActorTalks({ name, same }: ActorLedgerProps) {
  const words = strings({ en, nb }).actor;
  const columns: Column<Talks>[] = [
    dateColumn((entry) => entry.date),
    stateColumn(),
    roleColumn((entry) => {
      const found = entry.participants.filter(same);
      const attendances = found.map((party) => certaintyName(party.attendance ?? 'confirmed'));
      return [...new Set(attendances)].join(', ') || words.parts.named;
    }),
    placeColumn((entry) => entry.place),
    quoteColumn(),
    reportsColumn(),
  ];
  return <LedgerOf ledger="talks" title={words.talks} {...{ name, columns }} />;
}

export function ActorResolutions({ name, same }: ActorLedgerProps) {
  const words = strings({ en, nb }).actor;
  const columns: Column<Resolution>[] = [
    dateColumn((entry) => entry.date),
    stateColumn(),
    roleColumn((entry) =>
      partsOf({ sponsor: entry.sponsors, vetoed_by: entry.vetoed_by }, same),
    ),
    { key: 'body', title: common().fields.body, value: (entry) => entry.body },
    quoteColumn(),
    reportsColumn(),
  ];
  return <LedgerOf ledger="resolutions" title={words.resolutions} {...{ name, columns }} />;
}

type Part = keyof typeof en.actor.parts;

/** As what the actor took part: those of the roles that have it. */
function partsOf(roles: Partial<Record<Part, Parameters<Same>[0][]>>, same: Same): string {
  const { parts } = strings({ en, nb }).actor;
  const found = Object.entries(roles).filter(([, people]) => people.some(same));
  return found.map(([role]) => parts[role as Part]).join(', ') || parts.named;
}

const roleColumn = <E extends Entry>(role: (entry: E) => string): Column<E> => ({
  key: 'role',
  title: strings({ en, nb }).actor.role,
  value: role,
});

type Process = 'ceasefires' | 'talks' | 'resolutions';

interface LedgerOfProps<L extends Process> {
  ledger: L;
  title: string;
  name: string;
  columns: Column<LedgerEntries[L]>[];
}

function LedgerOf<L extends Process>(props: LedgerOfProps<L>) {
  const { ledger, title, name, columns } = props;
  const [filters] = useFilters();
  const entries = useLedger(ledger, { ...filters, actor: [name] }, 50);
  return (
    <section>
      <h2>{title}</h2>
      {entries.problem && <Problem problem={entries.problem} again={entries.reload} />}
      {entries.items.length === 0 &&
        (entries.loading ? <Loading /> : <p class="muted">{strings({ en, nb }).actor.none}</p>)}
      {entries.items.length > 0 && (
        <DataTable
          caption={title}
          hideCaption
          columns={columns}
          rows={entries.items}
          rowKey={(entry) => entry.id}
          pages={entries}
          sortParameter={ledger}
        />
      )}
    </section>
  );
}
