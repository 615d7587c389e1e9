// Coded documents count Unicode code points; strings here count UTF-16 units. The two differ as
// soon as a text has an emoji or a rare script, so every offset goes through here once.

export type Offset = (codePoint: number) => number;

/** From code points to UTF-16 units; what lies beyond the text is its end. */
export function utf16Offsets(text: string): Offset {
  if (!/[\ud800-\udfff]/.test(text)) return (at) => Math.min(Math.max(at, 0), text.length);
  const units = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; count += 1) {
    units[count] = unit;
    unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
  }
  return (at) => (at >= count ? text.length : units[Math.max(at, 0)]!);
}
