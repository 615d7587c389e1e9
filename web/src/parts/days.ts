// Days as moments on an axis, and back.

import type { Day } from '../api/types';

export const oneDay = 86_400_000;
export const dayTime = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const timeDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);
