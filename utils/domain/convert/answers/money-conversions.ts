import type { Conversion } from '../conversion';
import { formatMoney } from '../measures/money';
import type { MoneyReading } from '../reading/reading';
import type { Answering } from './options';

/** Writes an amount as the buyer's language does; there are no rates here, so no other currency. */
export function moneyConversions(reading: MoneyReading, { options, tables, speech }: Answering): readonly Conversion[] {
  const { value, currency } = reading;
  const written = formatMoney(value, currency, speech.sentences ? speech.lang : 'en');
  const amount = speech.atom(written);
  return [
    {
      kind: 'money',
      start: reading.start,
      end: reading.end,
      heard: formatMoney(value, currency, options.lang),
      lines: [{ label: currency, value: written }],
      basis: { kind: 'definition', sourceId: tables.measures.currencies.id },
      warnings: [],
      ambiguous: false,
      insertText: speech.sentences ? speech.text([speech.say('money', { value: amount })]) : written,
      values: { amount },
    },
  ];
}
