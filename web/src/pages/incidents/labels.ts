// Names beside circles, as many as there is room for.

interface Circle {
  key: string;
  x: number;
  y: number;
  radius: number;
  text: string;
}

export interface Label {
  key: string;
  /** The end of the text that is beside the circle, or its middle. */
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
  text: string;
}

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const height = 14;
// Of the letters of the system's fonts at 12 pixels.
const letter = 6.6;

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const around = ({ x, y, radius }: Circle): Rectangle => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});

/** To the right of a circle, to its left, or below it; the circles given first have the choice. */
function candidates(circle: Circle): Rectangle[] {
  const { x, y, radius, text } = circle;
  const width = text.length * letter;
  const top = y - height / 2;
  const beside = { top, bottom: top + height };
  const below = y + radius + 2;
  return [
    { left: x + radius + 3, right: x + radius + 3 + width, ...beside },
    { left: x - radius - 3 - width, right: x - radius - 3, ...beside },
    { left: x - width / 2, right: x + width / 2, top: below, bottom: below + height },
  ];
}

/** How wide a text is, is a guess: it is held where it must not touch its circle. */
function anchorOf(box: Rectangle, circle: Circle): Pick<Label, 'x' | 'anchor'> {
  if (box.left > circle.x) return { x: box.left, anchor: 'start' };
  if (box.right < circle.x) return { x: box.right, anchor: 'end' };
  return { x: circle.x, anchor: 'middle' };
}

export function placeLabels(circles: Circle[], width: number): Label[] {
  const taken = circles.map(around);
  const labels: Label[] = [];
  circles.forEach((circle, index) => {
    const fits = (box: Rectangle) =>
      box.left >= 2 &&
      box.right <= width - 2 &&
      taken.every((other, at) => at === index || !overlap(box, other));
    const box = circle.text ? candidates(circle).find(fits) : undefined;
    if (!box) return;
    taken.push(box);
    labels.push({
      key: circle.key,
      ...anchorOf(box, circle),
      y: box.top + height / 2,
      text: circle.text,
    });
  });
  return labels;
}
