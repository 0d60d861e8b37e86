import * as v from 'valibot';

const name = v.pipe(v.string(), v.regex(/^[a-zA-Z]+$/));
const system = v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]*$/));
const names = v.pipe(v.array(name), v.minLength(1));
const line = v.strictTuple([v.number(), v.number()]);
/** Charts print fractions such as 38.7, so only order is asked of a range. */
const range = v.pipe(
  v.strictTuple([v.number(), v.number()]),
  v.check(([low, high]) => low <= high, 'a range runs from small to large'),
);
const audience = v.picklist(['women', 'men', 'kids', 'unisex']);
const category = v.picklist([
  'shoes',
  'dress',
  'top',
  'jacket',
  'jeans',
  'inseam',
  'shirt_collar',
  'jp_letter_bust',
  'letter',
  'cn_label',
  'kids',
  'plus',
  'bra',
  'bra_band',
  'bra_cup',
  'ring',
  'hat',
  'glove',
  'belt',
  'sock',
]);

const head = {
  id: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/)),
  categories: v.array(category),
  audiences: v.optional(v.pipe(v.array(audience), v.minLength(1))),
  checkedOn: v.pipe(v.string(), v.isoDate()),
  status: v.pipe(v.string(), v.minLength(4)),
  sources: v.pipe(
    v.record(v.string(), v.pipe(v.string(), v.minLength(5))),
    v.check((sources) => Object.keys(sources).length > 0, 'a table names its sources'),
  ),
  order: v.optional(v.number()),
  warn: v.optional(names),
  warnFor: v.optional(v.record(audience, names)),
  show: v.optional(v.pipe(v.array(system), v.minLength(1))),
};

const ruleSystem = v.strictObject({
  line: v.pipe(
    line,
    v.check(([times]) => times > 0, 'sizes grow with the body'),
  ),
  also: v.optional(v.pipe(v.array(line), v.minLength(1))),
  slack: v.optional(v.pipe(v.number(), v.minValue(0))),
  step: v.optional(v.pipe(v.number(), v.gtValue(0))),
  snap: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(0.5))),
  limits: range,
  style: v.optional(v.picklist(['number', 'eighths', 'ring-letters', 'restart', 'cn-girth'])),
  family: v.optional(v.string()),
  otherwise: v.optional(v.array(system)),
  readOnly: v.optional(v.literal(true)),
  measured: v.optional(v.literal(true)),
  reads: v.optional(v.array(v.strictObject({ as: system, line, upTo: v.number(), forFamily: v.optional(v.string()) }))),
  warn: v.optional(names),
  status: v.optional(v.string()),
});

const cell = v.union([v.null(), v.number(), range, v.string(), v.pipe(v.array(v.string()), v.minLength(1))]);

const columnNote = v.strictObject({
  between: v.optional(v.picklist(['nearest', 'up', 'none'])),
  ages: v.optional(v.literal(true)),
  measured: v.optional(v.literal(true)),
  itself: v.optional(system),
  spread: v.optional(v.literal(true)),
  pick: v.optional(v.literal('last')),
  reach: v.optional(v.pipe(v.number(), v.minValue(0))),
  warnFromRow: v.optional(v.pipe(v.number(), v.integer())),
  warn: v.optional(names),
  status: v.optional(v.string()),
});

/** Shape of every file in this folder; `kind` says what it is, see the types of the domain. */
export const sizeTableSchema = v.variant('kind', [
  v.strictObject({ ...head, kind: v.literal('rule'), systems: v.record(system, ruleSystem) }),
  v.pipe(
    v.strictObject({
      ...head,
      kind: v.literal('rows'),
      columns: v.pipe(v.array(system), v.minLength(2)),
      notes: v.optional(v.record(system, columnNote)),
      rows: v.pipe(v.array(v.array(cell)), v.minLength(1)),
    }),
    v.check(({ columns, rows }) => rows.every(({ length }) => length === columns.length), 'a row has a cell a column'),
  ),
  v.strictObject({
    ...head,
    kind: v.literal('charts'),
    base: system,
    rows: v.pipe(
      v.array(
        v.strictObject({
          at: v.number(),
          ranges: v.record(system, range),
          from: v.pipe(v.array(v.string()), v.minLength(1)),
        }),
      ),
      v.minLength(10),
    ),
  }),
  v.strictObject({
    ...head,
    kind: v.literal('brand'),
    names: v.pipe(v.array(v.string()), v.minLength(1)),
    shift: v.optional(v.record(v.string(), v.record(system, v.number()))),
    lines: v.optional(v.record(v.string(), v.record(system, line))),
  }),
  v.strictObject({
    ...head,
    kind: v.literal('aliases'),
    names: v.record(v.string(), v.pipe(v.array(system), v.minLength(1))),
  }),
  v.strictObject({
    ...head,
    kind: v.literal('estimate'),
    at: v.strictObject({ heightCm: v.number(), weightKg: v.number(), girthCm: v.number() }),
    perCm: v.number(),
    perKg: v.number(),
    spreadCm: v.number(),
    limits: v.strictObject({ heightCm: range, weightKg: range }),
  }),
]);
