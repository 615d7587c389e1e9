// The votes on a resolution: a chamber of seats where the number of members is known, else a bar.

import type { Resolution } from '../../api/types';
import { strings } from '../../i18n';
import { formatNumber } from '../../i18n/format';
import { countryName } from '../../vocabulary';
import { type Seat, seatsOf, tallyOf, type Vote, voteOrder } from './seats';
import { en } from './strings.en';
import { nb } from './strings.nb';
import { VoteShape } from './VoteShape';

const width = 360;
const height = 172;
const middle = { x: width / 2, y: height - 22 };
const radius = 132;

export function Votes({ resolution, title }: { resolution: Resolution; title: string }) {
  const words = strings({ en, nb });
  const tally = tallyOf(resolution);
  const seats = seatsOf(resolution);
  const said = voteOrder
    .filter((vote) => tally[vote] > 0)
    .map((vote) => `${formatNumber(tally[vote])} ${words.votes[vote]}`)
    .join(', ');
  const label = words.votesOf(title, said);
  return seats ? <Chamber {...{ seats, tally, label }} /> : <Bar {...{ tally, label }} />;
}

interface DrawingProps {
  tally: Record<Vote, number>;
  label: string;
}

function Chamber({ seats, tally, label }: DrawingProps & { seats: Seat[] }) {
  const words = strings({ en, nb });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width}>
      {seats.map((seat, index) => {
        const angle = Math.PI * (1 - index / (seats.length - 1));
        const x = middle.x + radius * Math.cos(angle);
        const y = middle.y - radius * Math.sin(angle);
        // Names stand within the horseshoe, turned neither up nor down.
        const nameX = middle.x + (radius - 31) * Math.cos(angle);
        const nameY = middle.y - (radius - 20) * Math.sin(angle);
        const who = seat.country ? countryName(seat.country) : words.someone;
        return (
          <g key={index}>
            <g transform={`translate(${x},${y})`}>
              {seat.veto && <circle class="resolutions-veto" r={13} />}
              <VoteShape vote={seat.vote} />
              <title>{words.seat(who, words.votes[seat.vote])}</title>
            </g>
            {seat.country && (
              <text x={nameX} y={nameY + 4} text-anchor="middle">
                {seat.country}
              </text>
            )}
          </g>
        );
      })}
      <text class="resolutions-sum" x={middle.x} y={middle.y} text-anchor="middle">
        {[tally.in_favour, tally.against, tally.abstained].map((n) => formatNumber(n)).join('–')}
      </text>
    </svg>
  );
}

function Bar({ tally, label }: DrawingProps) {
  const shown = voteOrder.filter((vote) => tally[vote] > 0);
  const total = shown.reduce((sum, vote) => sum + tally[vote], 0);
  let x = 0;
  const parts = shown.map((vote) => {
    const part = { vote, x, width: (tally[vote] / total) * width };
    x += part.width;
    return part;
  });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} 66`} width={width}>
      {parts.map((part) => (
        <g key={part.vote}>
          <rect
            class={`resolutions-bar resolutions-${part.vote}`}
            x={part.x + 1}
            y={30}
            width={Math.max(part.width - 2, 1)}
            height={24}
          />
          <g transform={`translate(${part.x + 9},17) scale(0.7)`}>
            <VoteShape vote={part.vote} />
          </g>
          <text x={part.x + 20} y={21}>
            {formatNumber(tally[part.vote])}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** How many voted how, in words and with the shapes of the drawing. */
export function VoteLegend({ resolution }: { resolution: Resolution }) {
  const words = strings({ en, nb });
  const tally = tallyOf(resolution);
  return (
    <ul class="legend">
      {voteOrder
        .filter((vote) => tally[vote] > 0)
        .map((vote) => (
          <li key={vote} class="badge">
            <svg viewBox="-11 -11 22 22" width="14" height="14" aria-hidden="true">
              <VoteShape vote={vote} />
            </svg>
            {formatNumber(tally[vote])} {words.votes[vote]}
          </li>
        ))}
    </ul>
  );
}
