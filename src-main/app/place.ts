import * as v from 'valibot';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window stood when it was last closed. */
export interface Place {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

export const SMALLEST = { width: 900, height: 600 } as const;
const LARGEST = 20_000;

const coordinate = v.pipe(v.number(), v.integer(), v.minValue(-LARGEST), v.maxValue(LARGEST));
const schema = v.object({
  bounds: v.object({
    x: coordinate,
    y: coordinate,
    width: v.pipe(coordinate, v.minValue(SMALLEST.width)),
    height: v.pipe(coordinate, v.minValue(SMALLEST.height)),
  }),
  maximized: v.boolean(),
});

/** In: the text of the file a former run wrote. Out: the place; undefined when it is not one. */
export function parsePlace(text: string): Place | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return parsed.success ? parsed.output : undefined;
}

/**
 * In: a place and the work areas of the displays there are now. Out: the place moved and cut to the
 * display it overlaps most; undefined when that display is gone.
 */
export function fitPlace(place: Place, areas: readonly Rectangle[]): Place | undefined {
  const best = areas
    .map((area) => ({ area, shared: overlap(area, place.bounds) }))
    .sort((a, b) => b.shared - a.shared)[0];
  if (!best || best.shared === 0) return undefined;
  return { ...place, bounds: within(best.area, place.bounds) };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function within(area: Rectangle, bounds: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}
