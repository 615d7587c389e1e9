// Who takes part in talks, by how sure it is: told by words and by the shape before them.

import type { Party } from '../../api/types';
import { strings } from '../../i18n';
import { actorAddress } from '../../parts/addresses';
import { PartyCode } from '../../parts/texts';
import { certaintyName, partyCode } from '../../vocabulary';
import { en } from './strings.en';
import { nb } from './strings.nb';

const order = ['confirmed', 'likely', 'unlikely', 'absent'];

const shapes: Record<string, string> = {
  confirmed: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  likely: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM6 2a4 4 0 0 1 0 8z',
  unlikely: 'M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8',
  absent: 'm2.2 2.2 7.6 7.6m0-7.6-7.6 7.6',
};

export function AttendanceShape({ attendance }: { attendance: string }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path class={`attendance attendance-${attendance}`} d={shapes[attendance] ?? shapes.likely} />
    </svg>
  );
}

/** Those of each attendance, the sure ones first. */
export function byAttendance(participants: Party[]): [string, Party[]][] {
  const groups = new Map<string, Party[]>(order.map((name) => [name, []]));
  for (const party of participants) {
    const attendance = party.attendance ?? 'confirmed';
    groups.set(attendance, [...(groups.get(attendance) ?? []), party]);
  }
  return [...groups].filter(([, parties]) => parties.length > 0);
}

export function Attendance({ participants }: { participants: Party[] }) {
  const words = strings({ en, nb });
  if (participants.length === 0) return <p class="muted">{words.nobody}</p>;
  return (
    <dl class="talks-attendance">
      {byAttendance(participants).map(([attendance, parties]) => (
        <div key={attendance}>
          <dt>
            <AttendanceShape attendance={attendance} /> {certaintyName(attendance)}
          </dt>
          {parties.map((party, index) => (
            <dd key={index}>
              <a href={actorAddress(known(party))}>
                <bdi>{party.name}</bdi>
              </a>{' '}
              <PartyCode code={partyCode(party)} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const known = (party: Party): string => party.canonical ?? party.name;
