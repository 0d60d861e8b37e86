import { expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { makeMeasureReader } from '@/utils/domain/convert/measures/read-measures';
import { normalise } from '@/utils/domain/convert/reading/normalise';
import { lowestMedian } from '@/tests/speed';

const read = makeMeasureReader(conversionTables.measures, () => []);

// Texts come from strangers: a pattern that tries every way to split a run of signs would hang the page.
test.each([
  '5',
  '5 ',
  '5  ',
  ' ',
  '1,',
  '1.',
  '1 000 ',
  '-',
  '- ',
  '5-',
  '3-5 ',
  '5 to ',
  'x',
  '5 x ',
  '$',
  '$5 ',
  '5 €',
  '12:',
  '12:30 ',
  '5 days ',
  '3-5 business ',
  'in ',
  '5 1/2 ',
  '5点',
  '\u00a0',
  'a.m. ',
  '. ',
])('a hundred thousand characters of %j are read in time', (piece) => {
  const run = piece.repeat(100_000 / piece.length);
  for (const text of [run, `5${run}x`, `${run} cm`]) {
    const normalised = normalise(text);
    expect.soft(lowestMedian(() => read(text, normalised, { lang: 'en' }), 100, 1)).toBeLessThan(100);
  }
});
