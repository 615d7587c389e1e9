// What analysts have said of a record so far.

import type { Correction } from '../api/types';
import { strings } from '../i18n';
import { formatMoment, formatNumber } from '../i18n/format';
import { fieldName } from './fieldName';
import type { RecordKind } from './records';
import { en } from './strings.en';
import { nb } from './strings.nb';

function said(kind: RecordKind, { field, value }: Correction): string {
  const words = strings({ en, nb });
  if (field === 'valid') {
    return value === 'no' ? words.validNo : value ? words.validYes : words.validWithdrawn;
  }
  return words.set(fieldName(kind, field), value || words.emptied);
}

interface CorrectionListProps {
  kind: RecordKind;
  corrections: Correction[];
}

export function CorrectionList({ kind, corrections }: CorrectionListProps) {
  if (corrections.length === 0) return null;
  return (
    <details>
      <summary>{strings({ en, nb }).corrections(formatNumber(corrections.length))}</summary>
      <ol reversed>
        {[...corrections].reverse().map((one) => (
          <li key={one.number}>
            <bdi>{said(kind, one)}</bdi>
            <div class="muted">
              <bdi>{one.by}</bdi>, {formatMoment(one.at)}: <bdi>{one.why}</bdi>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
