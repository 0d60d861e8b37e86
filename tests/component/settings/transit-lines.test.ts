import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTransit, writeTransit } from '@/components/settings/transit-lines';

test('lines are read as they were written', () => {
  const line = fc.record({
    country: fc.option(fc.constantFrom('DE', 'US', 'JP'), { nil: undefined }),
    days: fc.constantFrom('5', '5-8', '10 – 15'),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const transit = lines.map(({ country, days }) => ({ ...(country ? { country } : {}), days }));
      expect(readTransit(writeTransit(transit))).toEqual({ ok: true, value: transit });
    }),
  );
});

test.each(['soon', 'DE', 'Germany 5', 'DE 5 days', '5-'])('"%s" is no line', (text) =>
  expect(readTransit(`3\n${text}`)).toEqual({ ok: false, line: 2, text }),
);
