// One resolution: what it is on, how the votes fell, who put it forward and who stopped it.

import type { Party, Resolution } from '../../api/types';
import { strings } from '../../i18n';
import { formatSpan } from '../../i18n/format';
import { PlainText } from '../../parts/PlainText';
import { actorAddress, entryAddress, readerAddress } from '../../parts/addresses';
import { StateBadge } from '../../parts/badges';
import { ChartFrame } from '../../parts/ChartFrame';
import { Facts } from '../../parts/Facts';
import { DateText, PartyCode } from '../../parts/texts';
import { partyCode } from '../../vocabulary';
import { tallyOf } from './seats';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { VoteLegend, Votes } from './Votes';

function Parties({ parties }: { parties: Party[] }) {
  return (
    <ul class="inline-list">
      {parties.map((party, index) => (
        <li key={index}>
          <a href={actorAddress(party.canonical ?? party.name)}>
            <bdi>{party.name}</bdi>
          </a>{' '}
          <PartyCode code={partyCode(party)} />
        </li>
      ))}
    </ul>
  );
}

function Veto({ resolution }: { resolution: Resolution }) {
  if (resolution.vetoed_by.length > 0) return <Parties parties={resolution.vetoed_by} />;
  return <>{strings({ en, nb }).vetoUnnamed}</>;
}

/** Body and subject; the day where nobody says what it is on. */
function titleOf({ body, subject, date }: Resolution): string {
  const words = strings({ en, nb });
  const what = subject ?? (date ? formatSpan(date) : words.noSubject);
  return `${body ?? words.noBody} · ${what}`;
}

function Line({ resolution, title }: { resolution: Resolution; title: string }) {
  const words = strings({ en, nb });
  return (
    <span class="resolutions-line">
      <StateBadge state={resolution.state} />
      {resolution.subject !== null && <DateText date={resolution.date} />}
      <a href={entryAddress(resolution.id)} aria-label={`${words.open}: ${title}`}>
        {words.open}
      </a>
    </span>
  );
}

export function ResolutionCard({ resolution }: { resolution: Resolution }) {
  const words = strings({ en, nb });
  const title = titleOf(resolution);
  const line = <Line resolution={resolution} title={title} />;
  const { in_favour, against, abstained } = tallyOf(resolution);
  if (in_favour + against + abstained === 0) {
    return (
      <section class="chart">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p class="muted">{line}</p>
        <p class="muted">{words.noVotes}</p>
        <WhoAndWords resolution={resolution} title={title} />
      </section>
    );
  }
  return (
    <ChartFrame
      title={title}
      description={line}
      legend={<VoteLegend resolution={resolution} />}
    >
      <Votes resolution={resolution} title={title} />
      <WhoAndWords resolution={resolution} title={title} />
    </ChartFrame>
  );
}

function WhoAndWords({ resolution, title }: { resolution: Resolution; title: string }) {
  const words = strings({ en, nb });
  const { sponsors, state, quote } = resolution;
  return (
    <>
      <Facts
        facts={[
          {
            name: words.vetoedBy,
            known: state === 'vetoed',
            value: <Veto resolution={resolution} />,
          },
          {
            name: words.sponsors,
            known: sponsors.length > 0,
            value: <Parties parties={sponsors} />,
          },
        ]}
      />
      {quote && (
        <figure class="quote">
          <blockquote>
            <bdi>
              <PlainText>{quote}</PlainText>
            </bdi>
          </blockquote>
          <figcaption>
            <a href={readerAddress(resolution.id)} aria-label={`${words.read}: ${title}`}>
              {words.read}
            </a>
          </figcaption>
        </figure>
      )}
    </>
  );
}
