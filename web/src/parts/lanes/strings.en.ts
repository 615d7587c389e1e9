export const en = {
  agreed: 'Days that were agreed',
  silent: 'No report any more; the last state stands',
  violation: 'Alleged violation',
  violations: (count: number) =>
    count === 1 ? '1 alleged violation' : `${count} alleged violations`,
  unnamed: 'Area unknown',
  legend: 'Marks',
};

export type Strings = typeof en;
