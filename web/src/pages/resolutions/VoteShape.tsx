import type { Vote } from './seats';

const shapes: Record<Vote, string> = {
  in_favour: 'M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0z',
  abstained: 'M-7 0H7M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0z',
  unknown: 'M-9 0a9 9 0 1 1 18 0a9 9 0 1 1-18 0z',
  against: 'M-8-8L8 8M-8 8L8-8',
};

/** A vote as a disc, a barred ring, a cross or a dotted ring, around the origin. */
export function VoteShape({ vote }: { vote: Vote }) {
  return <path class={`resolutions-vote resolutions-${vote}`} d={shapes[vote]} />;
}
