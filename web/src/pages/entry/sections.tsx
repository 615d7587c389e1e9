// The parts of an entry's page that not every kind has.

import { useState } from 'preact/hooks';
import type { Claim, ControlClaim, Correction, Incident } from '../../api/types';
import { common, strings } from '../../i18n';
import { formatMoment, formatRange } from '../../i18n/format';
import { readerAddress } from '../../parts/addresses';
import { StateBadge } from '../../parts/badges';
import { partiesColumn, shareColumn } from '../../parts/columns';
import { type Column, DataTable } from '../../parts/DataTable';
import { ExplanationText } from '../../parts/ExplanationText';
import { QuoteInLine } from '../../parts/Quote';
import { claimant, DateText } from '../../parts/texts';
import { contradictionName, partyCodeName, stateName } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface ClaimTableProps<Of> {
  claims: Of[];
  columns: Column<Of>[];
}

function ClaimTable<Of extends Claim | ControlClaim>({ claims, columns }: ClaimTableProps<Of>) {
  const report: Column<Of> = {
    key: 'report',
    title: common().fields.quote,
    wide: true,
    value: (claim) => claim.report.quote ?? claim.report.id,
    cell: (claim) => <QuoteInLine report={claim.report} />,
  };
  return (
    <DataTable
      caption={strings({ en, nb }).claims}
      columns={[...columns, report]}
      rows={claims}
      rowKey={(claim) => claim.report.id}
      sortParameter="claims"
    />
  );
}

export function TollClaims({ claims }: { claims: Claim[] }) {
  const words = strings({ en, nb });
  const standing = (claim: Claim): string => {
    if (claim.replaced) return words.replaced;
    return claim.part ? words.part : words.stands;
  };
  const columns: Column<Claim>[] = [
    { key: 'source', title: common().fields.source, rowHeader: true, value: claimant },
    {
      key: 'number',
      title: common().fields.number,
      numeric: true,
      value: (claim) => claim.low ?? claim.high,
      cell: (claim) => formatRange(claim.low, claim.high),
    },
    { key: 'who', title: words.who, value: (claim) => claim.who },
    { key: 'standing', title: words.claim, value: standing },
  ];
  return <ClaimTable claims={claims} columns={columns} />;
}

export function ControlClaims({ claims }: { claims: ControlClaim[] }) {
  const words = strings({ en, nb });
  const { fields } = common();
  const columns: Column<ControlClaim>[] = [
    {
      key: 'date',
      title: fields.date,
      rowHeader: true,
      value: (claim) => claim.date?.begin ?? null,
      cell: (claim) => <DateText date={claim.date} />,
    },
    {
      key: 'change',
      title: words.change,
      value: (claim) => stateName(claim.change),
      cell: (claim) => <StateBadge state={claim.change} />,
    },
    partiesColumn('holder', fields.holder, (claim) => claim.holder),
    partiesColumn('from', words.taken, (claim) => claim.from),
    shareColumn(words.share, (claim) => claim.share),
  ];
  return <ClaimTable claims={claims} columns={columns} />;
}

export function Contradictions({ of }: { of: Incident['contradictions'] }) {
  const words = strings({ en, nb });
  const { yes, no } = common();
  if (of.length === 0) return null;
  const valueName = (value: string) => {
    if (value === 'yes') return yes;
    return value === 'no' ? no : value.split('+').map(partyCodeName).join(', ');
  };
  return (
    <section>
      <h2>{words.contradictions}</h2>
      <p class="muted">{words.contradictionsLead}</p>
      {of.map(({ field, values }) => (
        <div key={field}>
          <h3>{contradictionName(field)}</h3>
          <ul>
            {values.map(({ value, reports }) => (
              <li key={value}>
                <bdi>{valueName(value)}</bdi>:{' '}
                {reports.map((report, index) => (
                  <span key={report}>
                    {index > 0 && ', '}
                    <a href={readerAddress(report)}>{report}</a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export function Corrections({ corrections }: { corrections: Correction[] }) {
  const words = strings({ en, nb });
  const columns: Column<Correction>[] = [
    { key: 'field', title: words.field, rowHeader: true, value: (each) => each.field },
    { key: 'value', title: words.value, value: (each) => each.value },
    { key: 'machine', title: words.machine, value: (each) => each.machine },
    { key: 'by', title: words.by, value: (each) => each.by },
    { key: 'why', title: words.why, wide: true, value: (each) => each.why },
    {
      key: 'at',
      title: words.when,
      value: (each) => each.at,
      cell: (each) => <time dateTime={each.at}>{formatMoment(each.at)}</time>,
    },
  ];
  return (
    <section>
      <h2>{words.corrections}</h2>
      {corrections.length === 0 ? (
        <p class="muted">{words.noCorrections}</p>
      ) : (
        <DataTable
          caption={words.corrections}
          hideCaption
          columns={columns}
          rows={corrections}
          rowKey={(each) => String(each.number)}
          sortParameter="corrections"
        />
      )}
    </section>
  );
}

export function Explanation({ id }: { id: string }) {
  const words = strings({ en, nb });
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2>{words.explanation}</h2>
      <p class="muted">{words.explanationLead}</p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.showExplanation}</summary>
        {open && <ExplanationText id={id} />}
      </details>
    </section>
  );
}
