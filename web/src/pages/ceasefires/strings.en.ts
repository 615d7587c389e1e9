export const en = {
  title: 'Ceasefires',
  lead: 'What was proposed, agreed, kept and broken, as articles tell.',
  view: 'View',
  views: { board: 'Board', lanes: 'Timeline', table: 'Table' },
  moreHere: (count: number) => `${count} more in this state`,
  boardLabel: 'Ceasefires by state; scrolls sideways',
  lastReport: 'Last report',
  violations: (count: number) =>
    count === 1 ? '1 alleged violation' : `${count} alleged violations`,
  unnamed: 'Area unknown',
  timeline: 'Ceasefires over time',
  timelineLead: 'Drag sideways to move in time; choose a lane to read all about it.',
  timelineLabel: (count: number, span: string) => `Timeline of ${count} ceasefires, ${span}`,
  showViolations: 'Alleged violations',
  showSilent: 'Without reports in this time',
  undated: (count: number) =>
    count === 1 ? '1 ceasefire has no day.' : `${count} ceasefires have no day.`,
  noneHere: 'No ceasefire in this stretch of time.',
  allegedViolations: 'Alleged violations',
  begins: 'Begins',
  ends: 'Ends',
  history: 'History',
};

export type Strings = typeof en;
