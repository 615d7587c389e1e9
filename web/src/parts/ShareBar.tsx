// A bar within a cell of a table: how large a number is beside the largest. The number itself
// stands in the table, so the bar says nothing of its own.

export function ShareBar({ value, most }: { value: number; most: number }) {
  return (
    <svg class="share-bar" viewBox="0 0 100 10" width="100" height="10" aria-hidden="true">
      <rect width={most > 0 ? (100 * value) / most : 0} height="10" rx="2" />
    </svg>
  );
}
