import type { Picture } from './encode-png.ts';

/** The app's icon in the store: the keyhole on our colour, over the whole square; Teams rounds the corners. */
export function colorIcon(): Picture {
  const keyhole = within(keyholeShape, 0.72);
  return draw(192, (point) => (keyhole(point) ? WHITE : INDIGO));
}

/** The icon in the app bar, which Teams takes for a stencil: white on nothing. */
export function outlineIcon(): Picture {
  const keyhole = within(keyholeShape, 0.78);
  return draw(32, (point) => (isRing(point) || keyhole(point) ? WHITE : NOTHING));
}

/** A point of the icon, whatever its size: both coordinates run from 0 to 1, downwards. */
type Point = { readonly x: number; readonly y: number };
type Shape = (point: Point) => boolean;
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const WHITE: Colour = [255, 255, 255, 1];
const INDIGO: Colour = [79, 70, 229, 1];
const NOTHING: Colour = [255, 255, 255, 0];

/** A bow with a widening slot below it. */
function keyholeShape({ x, y }: Point): boolean {
  const isBow = Math.hypot(x - 0.5, y - 0.32) <= 0.21;
  const slotWidth = 0.09 + (y - 0.42) * 0.17;
  return isBow || (y >= 0.32 && y <= 0.88 && Math.abs(x - 0.5) <= slotWidth);
}

function isRing({ x, y }: Point): boolean {
  const distance = Math.hypot(x - 0.5, y - 0.5);
  return distance <= 0.5 && distance >= 0.435;
}

/** The same shape, smaller, in the middle. */
function within(shape: Shape, size: number): Shape {
  const scaled = (value: number) => (value - 0.5) / size + 0.5;
  return ({ x, y }) => shape({ x: scaled(x), y: scaled(y) });
}

const SAMPLES = 8;

/** Each pixel is the mean of its samples, so that edges are smooth. */
function draw(size: number, colourAt: (point: Point) => Colour): Picture {
  const rgba = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rgba.set(meanColour(samplesOf(x, y, size).map(colourAt)), (y * size + x) * 4);
  }
  return { width: size, height: size, rgba };
}

function samplesOf(x: number, y: number, size: number): readonly Point[] {
  return Array.from({ length: SAMPLES * SAMPLES }, (_, index) => ({
    x: (x + ((index % SAMPLES) + 0.5) / SAMPLES) / size,
    y: (y + (Math.floor(index / SAMPLES) + 0.5) / SAMPLES) / size,
  }));
}

/** Of what is transparent, the colour does not count. */
function meanColour(colours: readonly Colour[]): readonly number[] {
  const alpha = colours.reduce((sum, colour) => sum + colour[3], 0);
  const mean = (channel: 0 | 1 | 2) =>
    alpha === 0 ? 255 : colours.reduce((sum, colour) => sum + colour[channel] * colour[3], 0) / alpha;
  return [mean(0), mean(1), mean(2), (alpha / colours.length) * 255].map(Math.round);
}
