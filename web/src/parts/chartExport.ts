// A chart as a file of its own. Outside the page there are no style sheets, so what they say is
// written into a copy of the drawing.

import { download, fileName } from './download';

const styles = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray',
  'stroke-linecap', 'stroke-linejoin', 'paint-order', 'opacity', 'font-family', 'font-size',
  'font-weight', 'font-variant-numeric', 'text-anchor', 'dominant-baseline', 'visibility',
  'display',
];

function standalone(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const computed = getComputedStyle(original);
    for (const style of styles) {
      copies[index]?.style.setProperty(style, computed.getPropertyValue(style));
    }
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.prepend(paper(width, height));
  return copy;
}

/** The ground that the colours were chosen for. */
function paper(width: number, height: number): SVGElement {
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  ground.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor);
  return ground;
}

function asBlob(svg: SVGSVGElement): Blob {
  const text = new XMLSerializer().serializeToString(standalone(svg));
  return new Blob([text], { type: 'image/svg+xml' });
}

export function downloadSvg(svg: SVGSVGElement | null, title: string): void {
  if (svg) download(fileName(title, 'svg'), asBlob(svg));
}

async function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

/** Twice as large as on the screen, so that it is sharp in print. */
export async function downloadPng(svg: SVGSVGElement | null, title: string): Promise<void> {
  if (!svg) return;
  const address = URL.createObjectURL(asBlob(svg));
  const image = await loadImage(address);
  const { width, height } = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  canvas.toBlob((png) => png && download(fileName(title, 'png'), png), 'image/png');
}
