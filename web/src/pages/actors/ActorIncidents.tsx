// Incidents of an actor: what it did, and what was done to it.

import type { Incident, Person } from '../../api/types';
import { common, strings } from '../../i18n';
import {
  dateColumn, placeColumn, quoteColumn, reportsColumn, stateColumn, typeColumn,
} from '../../parts/columns';
import { type Column, DataTable } from '../../parts/DataTable';
import { PagedAnswer } from '../../parts/PagedAnswer';
import { Switch } from '../../parts/Switch';
import { PartyList, partiesText } from '../../parts/texts';
import { useLedger } from '../../parts/useLedger';
import { useFilters } from '../../router/filters';
import { oneOf, useQuery } from '../../router/query';
import { roleIn, type Same } from './identity';
import { en } from './strings.en';
import { nb } from './strings.nb';

const roles = ['all', 'did', 'received'] as const;

interface ActorIncidentsProps {
  name: string;
  same: Same;
}

/** Those whom the incident has beside the actor. */
const others = (incident: Incident, same: Same): Person[] =>
  [...incident.actor, ...incident.recipient].filter((person) => !same(person));

function columns(same: Same): Column<Incident>[] {
  const words = strings({ en, nb }).actor;
  return [
    dateColumn((entry) => entry.date),
    {
      key: 'role', title: words.role, value: (entry) => words.roles[roleIn(entry, same)],
    },
    typeColumn(),
    {
      key: 'counterpart', title: words.counterpart,
      value: (entry) => partiesText(others(entry, same)),
      cell: (entry) => <PartyList parties={others(entry, same)} />,
    },
    stateColumn(),
    placeColumn((entry) => entry.place),
    quoteColumn(),
    reportsColumn(),
  ];
}

export function ActorIncidents({ name, same }: ActorIncidentsProps) {
  const words = strings({ en, nb }).actor;
  const [{ role }, setQuery] = useQuery({ role: oneOf(roles, 'all') });
  const [filters] = useFilters();
  const incidents = useLedger('incidents', { ...filters, actor: [name] }, 50);
  const fits = (entry: Incident) => {
    const found = roleIn(entry, same);
    return role === 'all' || found === role || found === 'both';
  };
  return (
    <section>
      <div class="chart-head actors-head">
        <h2>{words.did}</h2>
        <Switch
          label={words.role}
          values={roles}
          nameOf={(value) => words.roles[value]}
          value={role}
          choose={(chosen) => setQuery({ role: chosen })}
        />
      </div>
      <PagedAnswer of={incidents} bare>
        {(items) => (
          <>
            {!items.some(fits) && <p class="muted">{words.noneOfRole}</p>}
            <DataTable
              caption={common().nav.incidents}
              hideCaption
              columns={columns(same)}
              rows={items.filter(fits)}
              rowKey={(entry) => entry.id}
              pages={incidents}
            />
          </>
        )}
      </PagedAnswer>
    </section>
  );
}
