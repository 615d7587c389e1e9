// The words that a record rests on: the sentence, who published it and when, and the way to it.

import type { Report } from '../api/types';
import { common } from '../i18n';
import { formatDay } from '../i18n/format';
import { certaintyName } from '../vocabulary';
import { readerAddress } from './addresses';
import { Confidence } from './badges';
import { PlainText } from './PlainText';
import { PartyCode } from './texts';

function Accounts({ report }: { report: Report }) {
  if (report.according_to.length === 0) return null;
  return (
    <span>
      {common().quote.accordingTo}{' '}
      {report.according_to.map((account, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{account.name}</bdi> <PartyCode code={account.code} />
          {account.stance !== 'states' && (
            <span class="muted"> ({certaintyName(account.stance)})</span>
          )}
        </span>
      ))}
    </span>
  );
}

/** Who published a report and when. */
function SourceLine({ report }: { report: Report }) {
  const words = common().quote;
  return (
    <span>
      <bdi>{report.publisher ?? words.noPublisher}</bdi>
      {', '}
      {report.published ? formatDay(report.published) : words.undated}
    </span>
  );
}

/** The words and their source without more, for tables. */
export function QuoteInLine({ report }: { report: Report }) {
  return (
    <>
      <bdi>
        <PlainText>{report.quote ?? ''}</PlainText>
      </bdi>{' '}
      <a href={readerAddress(report.id)}>
        <SourceLine report={report} />
      </a>
    </>
  );
}

interface QuoteLinkProps {
  report: Report;
  /** Leave out the confidence, where it stands elsewhere. */
  bare?: boolean;
}

export function QuoteLink({ report, bare = false }: QuoteLinkProps) {
  return (
    <figure class="quote">
      {report.quote && (
        <blockquote lang={report.language}>
          <bdi>
            <PlainText>{report.quote}</PlainText>
          </bdi>
        </blockquote>
      )}
      <figcaption>
        <SourceLine report={report} />
        <Accounts report={report} />
        {!bare && <Confidence value={report.confidence} />}
        <a href={readerAddress(report.id)}>{common().quote.open}</a>
      </figcaption>
    </figure>
  );
}
