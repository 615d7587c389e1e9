// Everybody whom articles name.

import type { Actor } from '../../api/types';
import { common, strings } from '../../i18n';
import { actorAddress } from '../../parts/addresses';
import type { Column } from '../../parts/DataTable';
import { LedgerTable } from '../../parts/LedgerTable';
import { DateText } from '../../parts/texts';
import { actorTypeName, partyCode } from '../../vocabulary';
import { Side } from './Side';
import { en } from './strings.en';
import { nb } from './strings.nb';

const otherNames = (actor: Actor): string[] =>
  actor.names.filter((name) => name !== actor.name);

function columns(): Column<Actor>[] {
  const words = strings({ en, nb }).register;
  const { fields } = common();
  return [
    {
      key: 'name', title: fields.name, rowHeader: true, value: (actor) => actor.name,
      cell: (actor) => (
        <a href={actorAddress(actor.name)}>
          <bdi>{actor.name}</bdi>
        </a>
      ),
    },
    { key: 'type', title: fields.type, value: (actor) => actorTypeName(actor.type) },
    {
      key: 'code', title: fields.country, value: (actor) => partyCode(actor),
      cell: (actor) => <Side code={partyCode(actor)} />,
    },
    {
      key: 'offices', title: fields.offices,
      value: (actor) => actor.offices.map((office) => office.office).join('; '),
    },
    { key: 'names', title: words.names, value: (actor) => otherNames(actor).join('; ') },
    { key: 'documents', title: fields.documents, numeric: true, value: (actor) => actor.documents },
    {
      key: 'last_report', title: words.seen, value: (actor) => actor.last_report,
      cell: (actor) => <DateText date={actor.last_report} />,
    },
  ];
}

export function Register() {
  const words = strings({ en, nb }).register;
  return (
    <>
      <p class="muted">{words.hint}</p>
      <LedgerTable
        ledger="actors"
        caption={words.caption}
        columns={columns()}
        rowKey={(actor) => `${actor.name} ${actor.type} ${partyCode(actor)}`}
      />
    </>
  );
}
