// All changes since a day, counted by ledger; a ledger can be picked.

import type { Day, Entry } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { StateBadge } from '../../parts/badges';
import { confidenceColumn, quoteColumn, reportsColumn } from '../../parts/columns';
import { type Column, DataTable } from '../../parts/DataTable';
import { entryTitle } from '../../parts/entryTitle';
import { Empty } from '../../parts/States';
import { Switch } from '../../parts/Switch';
import { DateText } from '../../parts/texts';
import { oneOf, optionalNumber, useQuery } from '../../router/query';
import { stateName } from '../../vocabulary';
import { EntryLink } from './News';
import { byReport, countKinds, isFresh, kindsInOrder } from './news';
import { en } from './strings.en';
import { nb } from './strings.nb';

const step = 15;
const kinds = ['all', ...kindsInOrder] as const;

const dateOf = (entry: Entry) => {
  if (entry.kind === 'ceasefire') return entry.begin_date;
  return entry.kind === 'control' ? entry.since : entry.date;
};

const stateOf = (entry: Entry) => ('state' in entry ? entry.state : null);

export function Changes({ entries, since }: { entries: Entry[]; since: Day }) {
  const words = strings({ en, nb });
  const shared = common();
  const [query, setQuery] = useQuery({
    kind: oneOf(kinds, 'all'),
    changes: optionalNumber,
  });
  const limit = query.changes ?? step;
  const chosen = byReport(
    entries.filter((entry) => query.kind === 'all' || entry.kind === query.kind),
  );
  const counts = countKinds(entries, since);
  const kindName = (kind: (typeof kinds)[number]) => {
    const found = counts.find((each) => each.kind === kind);
    if (!found) return `${words.allKinds} ${formatNumber(entries.length)}`;
    const { count, fresh } = found;
    return words.kindCount(shared.ledgers[found.kind], formatNumber(count), formatNumber(fresh));
  };
  const columns: Column<Entry>[] = [
    {
      key: 'entry',
      title: words.entry,
      rowHeader: true,
      value: entryTitle,
      cell: (entry) => <EntryLink entry={entry} />,
    },
    { key: 'kind', title: words.kind, value: (entry) => shared.kinds[entry.kind] },
    {
      key: 'state',
      title: shared.fields.state,
      value: (entry) => stateName(stateOf(entry) ?? ''),
      cell: (entry) => {
        const state = stateOf(entry);
        return state ? <StateBadge state={state} /> : '–';
      },
    },
    {
      key: 'date',
      title: shared.fields.date,
      value: (entry) => dateOf(entry)?.begin ?? null,
      cell: (entry) => <DateText date={dateOf(entry)} />,
    },
    {
      key: 'novelty',
      title: words.novelty,
      value: (entry) => (isFresh(entry, since) ? words.fresh : words.continued),
    },
    quoteColumn(),
    reportsColumn(),
    confidenceColumn(),
  ];

  return (
    <section>
      <h2>{words.changes}</h2>
      <p>
        <Switch
          label={words.kind}
          value={query.kind}
          values={kinds}
          nameOf={kindName}
          choose={(kind) => setQuery({ kind, changes: null })}
        />
      </p>
      {chosen.length === 0 ? (
        <Empty />
      ) : (
        <DataTable
          caption={words.changes}
          hideCaption
          columns={columns}
          rows={chosen.slice(0, limit)}
          rowKey={(entry) => entry.id}
          pages={{
            complete: chosen.length <= limit,
            more: () => setQuery({ changes: limit + 50 }, { replace: true }),
          }}
        />
      )}
    </section>
  );
}
