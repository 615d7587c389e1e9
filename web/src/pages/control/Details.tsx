// The place chosen among the lanes: who holds it, and every claim with its words.

import type { Control, ControlClaim } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatPercent } from '../../i18n/format';
import { StateBadge } from '../../parts/badges';
import { EntryPanel } from '../../parts/EntryPanel';
import { Facts } from '../../parts/Facts';
import { QuoteLink } from '../../parts/Quote';
import { DateText, PartyList, PlaceText } from '../../parts/texts';
import { en } from './strings.en';
import { nb } from './strings.nb';

export function Details({ id, close }: { id: string; close: () => void }) {
  const words = strings({ en, nb });
  const { fields } = common();
  return (
    <EntryPanel<Control> id={id} kind="control" close={close}>
      {(entry) => (
        <>
          <Facts
            facts={[
              { name: fields.place, value: <PlaceText place={entry.place} /> },
              { name: fields.state, value: <StateBadge state={entry.state} /> },
              {
                name: fields.holder,
                known: entry.holder.length > 0,
                value: <PartyList parties={entry.holder} />,
              },
              { name: fields.since, value: entry.since && <DateText date={entry.since} /> },
              { name: fields.disputed, known: entry.disputed, value: words.disputedHint },
            ]}
          />
          <h3>{words.claims}</h3>
          <ol class="history">
            {entry.claims.map((claim) => (
              <Claim key={claim.report.id} claim={claim} />
            ))}
          </ol>
        </>
      )}
    </EntryPanel>
  );
}

function Claim({ claim }: { claim: ControlClaim }) {
  const words = strings({ en, nb });
  return (
    <li>
      <p class="history-step">
        <StateBadge state={claim.change} />
        {claim.date ? <DateText date={claim.date} /> : <span class="muted">{words.noDay}</span>}
      </p>
      <Facts
        facts={[
          {
            name: common().fields.holder,
            known: claim.holder.length > 0,
            value: <PartyList parties={claim.holder} />,
          },
          {
            name: words.from,
            known: claim.from.length > 0,
            value: <PartyList parties={claim.from} />,
          },
          { name: words.share, value: claim.share !== null && formatPercent(claim.share) },
        ]}
      />
      <QuoteLink report={claim.report} />
    </li>
  );
}
