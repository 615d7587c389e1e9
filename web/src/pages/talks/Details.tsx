// The talks chosen in the timeline: who takes part, the rounds around them, how they came about.

import type { Talks } from '../../api/types';
import { common, strings } from '../../i18n';
import { StateBadge } from '../../parts/badges';
import { EntryHistory } from '../../parts/EntryHistory';
import { EntryPanel } from '../../parts/EntryPanel';
import { Facts } from '../../parts/Facts';
import { addressHaving } from '../../parts/SvgLink';
import { DateText, PlaceText } from '../../parts/texts';
import { optionalText } from '../../router/query';
import { stateName } from '../../vocabulary';
import { Attendance } from './Attendance';
import { en } from './strings.en';
import { nb } from './strings.nb';

interface DetailsProps {
  id: string;
  /** The talks that are shown, for the rounds after these. */
  shown: Talks[];
  close: () => void;
}

export function Details({ id, shown, close }: DetailsProps) {
  const words = strings({ en, nb });
  const { fields, history } = common();
  return (
    <EntryPanel<Talks> id={id} kind="talks" close={close}>
      {(talks) => (
        <>
          <Facts
            facts={[
              { name: fields.state, value: <StateBadge state={talks.state} /> },
              { name: fields.date, value: <DateText date={talks.date} /> },
              { name: fields.place, value: talks.place && <PlaceText place={talks.place} /> },
              { name: fields.format, value: talks.format && <bdi>{talks.format}</bdi> },
            ]}
          />
          <h3>{words.attendance}</h3>
          <Attendance participants={talks.participants} />
          <Rounds talks={talks} shown={shown} />
          <h3>{history.title}</h3>
          <EntryHistory history={talks.history} />
        </>
      )}
    </EntryPanel>
  );
}

function Rounds({ talks, shown }: { talks: Talks; shown: Talks[] }) {
  const words = strings({ en, nb });
  const after = shown.filter((other) => other.previous === talks.id);
  if (!talks.previous && after.length === 0) return null;
  const before = shown.find((other) => other.id === talks.previous);
  return (
    <>
      <h3>{words.rounds}</h3>
      <ul>
        {talks.previous && (
          <li>
            {words.previous}: <RoundLink id={talks.previous} talks={before} />
          </li>
        )}
        {after.map((other) => (
          <li key={other.id}>
            {words.next}: <RoundLink id={other.id} talks={other} />
          </li>
        ))}
      </ul>
    </>
  );
}

function RoundLink({ id, talks }: { id: string; talks: Talks | undefined }) {
  return (
    <a href={addressHaving('selected', optionalText, id)}>
      {talks ? (
        <>
          <DateText date={talks.date ?? talks.first_report} />, {stateName(talks.state)}
        </>
      ) : (
        id
      )}
    </a>
  );
}
