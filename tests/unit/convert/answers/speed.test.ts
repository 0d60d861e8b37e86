import { expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import type { ConversionOptions } from '@/utils/domain/convert/answers/converter';
import { convertQuery, findConversions } from '@/utils/domain/convert/find-conversions';
import { brandAs } from '@/utils/domain/ids';
import { lowestMedian } from '@/tests/speed';

const options: ConversionOptions = {
  lang: 'en',
  replyLang: 'de',
  buyerCountry: brandAs<'CountryCode'>('DE'),
  now: Date.UTC(2026, 10, 23, 9),
};

const message =
  `Hello, I would like to order the sandals in UK 5.5 for my wife. ${'I wrote to you twelve days ago about the parcel and the box, thank you for the quick answer. '.repeat(30)}`.slice(
    0,
    2_000,
  );

/** Machines that test changes are slow and busy: the figure is printed, and three times the aim fails. */
const LENIENCY = 3;

// Reading and answering together, in milliseconds.
test.each([
  ['a typed size', 0.2, () => convertQuery('UK 5.5 women shoes', options, conversionTables)],
  ['a typed body', 0.3, () => convertQuery('170 cm 65 kg', options, conversionTables)],
  ['a question about mains', 0.2, () => convertQuery('220V to Japan', options, conversionTables)],
  ['a message of 2,000 characters', 1, () => findConversions(message, options, conversionTables)],
])('%s is answered in time', (name, aim, run) => {
  expect(run().length).toBeGreaterThan(0);
  for (let count = 0; count < 300; count += 1) run();
  const took = lowestMedian(run, aim * LENIENCY);
  console.info(`${name}: ${took.toFixed(3)} ms (aim ${aim} ms)`);
  expect(took).toBeLessThan(aim * LENIENCY);
});
