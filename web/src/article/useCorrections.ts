import { useMemo } from 'preact/hooks';
import type { Correction } from '../api/types';

/** The corrections of each report, in order: those that came with the article, those made since. */
export function useCorrections(stored: Correction[], made: Correction[]) {
  return useMemo(() => {
    const all = new Map([...stored, ...made].map((one) => [one.number, one]));
    const byReport = new Map<string, Correction[]>();
    for (const one of [...all.values()].sort((a, b) => a.number - b.number)) {
      byReport.set(one.report, [...(byReport.get(one.report) ?? []), one]);
    }
    return (report: string): Correction[] => byReport.get(report) ?? [];
  }, [stored, made]);
}
