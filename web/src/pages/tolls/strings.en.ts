export const en = {
  title: 'Tolls',
  lead: 'How many were killed, wounded or driven out, by whose count.',

  compare: 'Claims',
  compareClaims: (count: string) => `Compare ${count}`,
  disputedMark: 'disputed',
  backToSum: 'Back to the sum',
  legend: 'Signs',
  plot: 'Draw by',
  plots: { days: 'Over time', numbers: 'Side by side' },
  claims: 'Claims',
  claim: 'Claim',
  who: 'Of whom',
  unnamed: (article: string) => `Article ${article}, no source named`,
  standing: 'Stands',
  replaced: 'Replaced by a later claim',
  part: 'part of a larger number',
  isPart: 'Part of a larger number',
  atLeast: 'At least',
  atMost: 'At most',
  fitsAll: 'Fits all claims',
  areDisputed: 'Disputed: no one number fits all claims that stand.',
  agree: 'One number can fit all claims that stand.',
  stands: (range: string) => `They give ${range}.`,
  bySize: 'The numbers lie so far apart that the scale is logarithmic.',
  toEntry: 'Open the entry',
  claimsLabel: (title: string, sources: number, range: string) =>
    `${title}: ${range}, by ${sources} sources. The claims are in the table below.`,

  kind: 'Kind of toll',
  sumTitle: (kind: string) => `${kind}, summed up`,
  sumLead: (total: string, entries: string, disputed: string) =>
    `${total} in ${entries} entries, ${disputed} of them disputed.`,
  sumHow: 'Each lane is the running sum of one source by day of publication, from low to high.',
  sumLabel: (title: string, total: string, lanes: number) =>
    `${title}: ${total}. Running sums in ${lanes} lanes; the figures are in the table below.`,
  allSources: 'All sources together',
  moreSources: (count: string) => `Show all ${count} sources`,
  fewerSources: 'Show the largest only',
};

export type Strings = typeof en;
