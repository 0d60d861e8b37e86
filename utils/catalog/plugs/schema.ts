import * as v from 'valibot';

const mm = v.pipe(v.number(), v.minValue(-31), v.maxValue(62));
const role = v.picklist(['line', 'earth']);
const at = { x: mm, y: mm, role };

const pin = v.variant('shape', [
  v.strictObject({ shape: v.literal('round'), ...at, d: mm }),
  v.strictObject({ shape: v.literal('hole'), ...at, d: mm }),
  v.strictObject({ shape: v.literal('half'), ...at, d: mm }),
  v.strictObject({ shape: v.literal('blade'), ...at, w: mm, h: mm, angle: v.optional(v.number()) }),
  v.strictObject({ shape: v.literal('clip'), ...at, w: mm, h: mm }),
]);

const body = v.variant('shape', [
  v.strictObject({ shape: v.literal('circle'), r: mm, y: mm, notched: v.optional(v.literal(1)) }),
  v.strictObject({ shape: v.literal('box'), w: mm, h: mm, r: mm, y: mm }),
  v.strictObject({ shape: v.literal('hexagon'), w: mm, h: mm, y: mm }),
]);

/** Shape of `plugs.json`: faces of the plugs A to O in millimetres, seen from their pins, y downwards. */
export const plugsSchema = v.strictObject({
  id: v.literal('plug-faces'),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  source: v.string(),
  plugs: v.record(
    v.pipe(v.string(), v.regex(/^[A-O]$/)),
    v.strictObject({
      standard: v.string(),
      /** Rated current of each version in ampere. */
      ampere: v.pipe(v.array(v.number()), v.minLength(1)),
      earthed: v.picklist([0, 1]),
      /** Between the centres of line and neutral. */
      spacing: v.number(),
      /** Side of the square the drawing shows. */
      view: v.number(),
      body,
      pins: v.pipe(v.array(pin), v.minLength(2)),
    }),
  ),
});

export type PlugTable = v.InferOutput<typeof plugsSchema>;
export type PlugFace = PlugTable['plugs'][string];
export type PlugPin = PlugFace['pins'][number];
export type PlugBody = PlugFace['body'];
