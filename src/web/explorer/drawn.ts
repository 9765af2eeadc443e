const namespace = 'http://www.w3.org/2000/svg';

/** An element of a picture; lengths are rounded to a tenth. */
export function drawn(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === 'number' ? value.toFixed(1) : value);
  return made;
}

/** An empty picture, so wide and high. */
export const drawnPicture = (width: number, height: number): SVGSVGElement =>
  drawn('svg', { viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}` }) as SVGSVGElement;

/** The colour behind everything on this page. */
export const groundColour = (): string => getComputedStyle(document.body).backgroundColor;
