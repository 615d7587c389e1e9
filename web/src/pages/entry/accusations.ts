// Alleged violations counted by accused and accuser.

import type { Violation } from '../../api/types';

/** Stands for an accused or an accuser whom the article does not name. */
export const unnamed = '';

export interface Accused {
  code: string;
  total: number;
  counts: Map<string, number>;
}

const orUnnamed = (names: string[]): string[] => (names.length > 0 ? names : [unnamed]);

/** The most accused first, and the accusers with the most accusations first. */
export function accusations(violations: Violation[]): { accused: Accused[]; accusers: string[] } {
  const accused = new Map<string, Accused>();
  const accusers = new Map<string, number>();
  for (const { by, according_to } of violations) {
    for (const accuser of orUnnamed(according_to)) {
      accusers.set(accuser, (accusers.get(accuser) ?? 0) + 1);
    }
    for (const code of orUnnamed(by)) {
      const row = accused.get(code) ?? { code, total: 0, counts: new Map<string, number>() };
      row.total += 1;
      for (const accuser of orUnnamed(according_to)) {
        row.counts.set(accuser, (row.counts.get(accuser) ?? 0) + 1);
      }
      accused.set(code, row);
    }
  }
  return {
    accused: [...accused.values()].sort((a, b) => b.total - a.total),
    accusers: [...accusers.keys()].sort((a, b) => accusers.get(b)! - accusers.get(a)!),
  };
}
