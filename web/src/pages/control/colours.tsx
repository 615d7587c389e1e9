// The colours of holders, and the stripes of what is disputed.

/** How many holders have a colour of their own; the others share the last one. */
export const colours = 5;

/** Stripes that lie on what is disputed. */
export function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="control-stripe" width="3" height="7" />
      </pattern>
    </defs>
  );
}

export function colourOf(code: string, holders: string[]): string {
  const index = holders.indexOf(code);
  if (index < 0) return 'control-nobody';
  return `control-holder-${Math.min(index, colours) + 1}`;
}
