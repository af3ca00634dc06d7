import { setPngDensity } from './png-density';
import { printTokens } from './theme';

const namespace = 'http://www.w3.org/2000/svg';
/** CSS pixels of white around a figure on paper. */
const margin = 16;
/** Presentation that a file must carry itself: what CSS gave the figure in the window. */
const presentation = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
];
/** What serves the pointer, the keyboard and screen readers; a file has its title. */
const screenOnly = [
  'class',
  'role',
  'tabindex',
  'aria-label',
  'aria-pressed',
  'aria-hidden',
  'pointer-events',
  'data-panel',
  'data-code',
];
const typography = ['font-family', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor'];

/**
 * A figure as a file of its own.
 * In: the figure in the page. Out: SVG text with every colour and font written out, dark on white
 * whatever the theme, with a margin, and without what serves the pointer and the keyboard only. Fonts
 * are named, not embedded: a program without them takes the next of the list.
 */
export function svgText(figure: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(onPaper(figure));
}

/**
 * A figure as a picture for print.
 * In: the figure in the page and dots per inch. Out: a PNG that says its density, so that word
 * processors place it at the size it has on screen. Rejects when the browser cannot draw it.
 */
export async function pngBlob(figure: SVGSVGElement, dpi = 300): Promise<Blob> {
  const paper = onPaper(figure);
  const url = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(paper)], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = dpi / 96;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(Number(paper.getAttribute('width')) * scale);
    canvas.height = Math.round(Number(paper.getAttribute('height')) * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas to draw the figure on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!drawn) throw new Error('The figure is too large to be drawn');
    const bytes = setPngDensity(new Uint8Array(await drawn.arrayBuffer()), dpi);
    return new Blob([bytes], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A copy of the figure in the print tokens, styled by attributes alone. */
function onPaper(figure: SVGSVGElement): SVGSVGElement {
  const paper = figure.cloneNode(true) as SVGSVGElement;
  for (const element of paper.querySelectorAll('[data-screen-only]')) element.remove();
  for (const [token, value] of Object.entries(printTokens)) paper.style.setProperty(token, value);
  // Styles are computed for what is in the page: beside the figure, so that it inherits the same fonts.
  paper.style.colorScheme = 'light';
  paper.style.position = 'fixed';
  paper.style.insetInlineStart = '-100000px';
  figure.after(paper);
  try {
    for (const element of [paper, ...paper.querySelectorAll<SVGElement>('*')]) inline(element);
  } finally {
    paper.remove();
  }
  const width = Number(paper.getAttribute('width')) + 2 * margin;
  const height = Number(paper.getAttribute('height')) + 2 * margin;
  paper.setAttribute('xmlns', namespace);
  paper.setAttribute('width', String(width));
  paper.setAttribute('height', String(height));
  paper.setAttribute('viewBox', `${-margin} ${-margin} ${width} ${height}`);
  paper.removeAttribute('style');
  paper.prepend(child('title', {}, figure.getAttribute('aria-label') ?? ''), ground(width, height));
  return paper;
}

const ground = (width: number, height: number) =>
  child('rect', { x: -margin, y: -margin, width, height, fill: '#ffffff' });

function child(
  name: 'title' | 'rect',
  attributes: Readonly<Record<string, string | number>>,
  text = '',
): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

function inline(element: SVGElement): void {
  const computed = getComputedStyle(element);
  const isText = element instanceof SVGTextContentElement;
  if (element instanceof SVGGeometryElement || isText)
    for (const name of isText ? [...presentation, ...typography] : presentation) {
      const value = computed.getPropertyValue(name);
      // A paint server is named in the attribute already; the computed value would name it by page address.
      if (value && !value.startsWith('url(')) element.setAttribute(name, plain(value));
    }
  for (const name of screenOnly) element.removeAttribute(name);
}

/** Lengths without unit and colours in hexadecimal, which every SVG program reads. */
function plain(value: string): string {
  const color = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value);
  if (color)
    return `#${color
      .slice(1)
      .map((channel) => Number(channel).toString(16).padStart(2, '0'))
      .join('')}`;
  return /^[\d.]+px$/.test(value) ? value.slice(0, -2) : value;
}
