// Something that narrows what is shown, as a button that takes it away.

import { common } from '../i18n';

interface ChipProps {
  /** What kind of thing the value is. */
  label?: string;
  value: string;
  remove: () => void;
}

export function Chip({ label, value, remove }: ChipProps) {
  const what = label ? `${label}: ${value}` : value;
  return (
    <button
      type="button"
      class="chip"
      aria-label={common().filters.remove(what)}
      onClick={remove}
    >
      {label && <span class="muted">{label}</span>} <bdi>{value}</bdi>
      <span aria-hidden="true"> ×</span>
    </button>
  );
}
