import { drawn, groundColour } from './drawn.ts';

/** So many pixels of a PNG stand for one unit of the picture. */
const sharpness = 2;

/** What of an element's look a picture on its own has to say itself, as no style sheet goes with it. */
const looks = ['fill', 'stroke', 'stroke-width', 'paint-order', 'font-family', 'font-size', 'text-anchor'];

/** Makes a button save the picture that its `data-saves` names, as SVG or PNG; it is hidden where there is no script. */
export function saveOnClick(button: HTMLButtonElement, picture: () => SVGSVGElement | null): void {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const svg = picture();
    if (!svg) return;
    const { saves, form } = button.dataset;
    const file = textOf(svg);
    offer(form === 'png' ? await pngOf(svg, file) : file, `${saves}.${form}`);
  });
}

/** A picture as a file of its own. */
function textOf(svg: SVGSVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [svg, ...svg.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  for (const [place, element] of from.entries()) {
    const style = getComputedStyle(element);
    for (const look of looks) if (svg.isConnected) to[place]!.setAttribute(look, style.getPropertyValue(look));
    to[place]!.removeAttribute('class');
  }
  const [, , width, height] = svg.getAttribute('viewBox')!.split(' ');
  copy.setAttribute('width', width!);
  copy.setAttribute('height', height!);
  copy.prepend(...said(), drawn('rect', { width: '100%', height: '100%', fill: groundColour() }));
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

/** What a picture is of and where it was made, for whoever has the file alone. */
const said = () =>
  Object.entries({ title: document.title, desc: location.href }).map(([name, text]) =>
    Object.assign(drawn(name, {}), { textContent: text }),
  );

async function pngOf(svg: SVGSVGElement, file: Blob): Promise<Blob> {
  const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number) as [number, number, number, number];
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((made, failed) => {
    canvas.toBlob((blob) => (blob ? made(blob) : failed(new Error('The picture is too large.'))), 'image/png');
  });
}

function offer(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
