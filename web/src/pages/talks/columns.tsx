import type { Talks } from '../../api/types';
import { common, strings } from '../../i18n';
import { entryAddress } from '../../parts/addresses';
import {
  confidenceColumn, dateColumn, placeColumn, quoteColumn, reportsColumn, stateColumn,
} from '../../parts/columns';
import type { Column } from '../../parts/DataTable';
import { certaintyName, partyCode } from '../../vocabulary';
import { AttendanceShape, byAttendance } from './Attendance';
import { en } from './strings.en';
import { nb } from './strings.nb';

const participantsText = (talks: Talks): string =>
  talks.participants
    .map((party) => {
      const attendance = certaintyName(party.attendance ?? 'confirmed');
      return `${party.name} (${partyCode(party)}, ${attendance})`;
    })
    .join('; ');

function Participants({ talks }: { talks: Talks }) {
  return (
    <ul class="talks-participants">
      {byAttendance(talks.participants).map(([attendance, parties]) => (
        <li key={attendance}>
          <span class="badge muted">
            <AttendanceShape attendance={attendance} /> {certaintyName(attendance)}:
          </span>{' '}
          {parties.map((party, index) => (
            <span key={index}>
              {index > 0 && ', '}
              <bdi>{party.name}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

export function talksColumns(): Column<Talks>[] {
  const { fields } = common();
  const words = strings({ en, nb });
  return [
    dateColumn((talks) => talks.date),
    stateColumn(),
    {
      key: 'participants',
      title: fields.participants,
      wide: true,
      value: participantsText,
      cell: (talks) => <Participants talks={talks} />,
    },
    { key: 'format', title: fields.format, value: (talks) => talks.format },
    placeColumn((talks) => talks.place),
    {
      key: 'previous',
      title: words.previous,
      value: (talks) => talks.previous,
      cell: ({ previous }) =>
        previous ? <a href={entryAddress(previous)}>{words.previous}</a> : '–',
    },
    quoteColumn(),
    reportsColumn(),
    confidenceColumn(),
  ];
}
