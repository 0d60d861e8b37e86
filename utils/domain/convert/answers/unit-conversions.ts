import type { Conversion } from '../conversion';
import { showConverted, unitsFor, writeQuantity } from '../measures/show-quantity';
import { isPossible, unitRow } from '../measures/units';
import type { QuantityReading } from '../reading/reading';
import type { Answering } from './options';
import { refusal } from './refusal';

/** Converts a quantity into the unit asked for, else into those of the buyer's country. */
export function unitConversions(
  reading: QuantityReading,
  { options, tables, speech }: Answering,
): readonly Conversion[] {
  const { value, unit, to } = reading;
  const table = tables.measures.units;
  const row = unitRow(unit, table);
  if (!row) return [];
  const heard = writeQuantity({ value, unit }, options.lang, table);
  if (!isPossible(value, row)) return [refusal(reading, { heard }, 'impossible-quantity')];
  const wanted = to ? unitRow(to, table) : null;
  if (wanted && wanted.dimension !== row.dimension) return [refusal(reading, { heard }, 'unit-mismatch')];
  const targets = to ? [to] : unitsFor({ value, unit }, options.buyerCountry, table);
  const lang = speech.sentences ? speech.lang : 'en';
  const shown = targets.flatMap((target) => showConverted({ value, unit }, { to: target, lang }, table) ?? []);
  const first = shown[0];
  if (!first) return [];
  const from = writeQuantity({ value, unit }, lang, table);
  const said = speech.say(first.rounded ? 'unitAbout' : 'unit', {
    from: speech.atom(from),
    to: speech.atom(first.text),
  });
  return [
    {
      kind: 'unit',
      start: reading.start,
      end: reading.end,
      heard,
      lines: shown.map(({ value: converted, unit: label }) => ({
        label: `convert.unit.${label}`,
        value: writeQuantity({ value: converted, unit: label }, 'en', table),
      })),
      basis: { kind: 'definition', sourceId: table.id },
      warnings: [],
      ambiguous: false,
      insertText: speech.sentences ? speech.text([said]) : `${from} ${first.rounded ? '≈' : '='} ${first.text}`,
      values: { convertedQuantity: speech.atom(first.text) },
    },
  ];
}
