import { describe, expect, it } from 'vitest';
import { answerLangs } from '@/components/convert/choices';
import { readPowerFields, writePowerFields } from '@/components/convert/forms/power-fields';
import { readSizeFields, sizeCategories, writeSizeFields } from '@/components/convert/forms/size-fields';
import {
  readClockFields,
  readDeliveryFields,
  writeClockFields,
  writeDeliveryFields,
} from '@/components/convert/forms/time-fields';
import {
  partnersOf,
  readUnitFields,
  unitDimensions,
  unitGroups,
  writeUnitFields,
} from '@/components/convert/forms/unit-fields';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { convertQuery } from '@/utils/domain/convert/find-conversions';

const units = unitDimensions.flatMap((dimension) => Object.keys(unitGroups[dimension]));
const ask = (query: string, lang = 'en') => convertQuery(query, { lang, replyLang: 'en' }, conversionTables);

describe('what a form writes is read back as it was', () => {
  it.each(units)('a quantity in %s, in every unit it can be turned into', (from) => {
    // Thirty centimetres may be a foot; larger lengths and areas are nothing but quantities.
    const value = from === 'cm' || from === 'cm2' ? '500' : '30';
    for (const to of ['', ...partnersOf(from)]) {
      const text = writeUnitFields({ value, from, to }) ?? '';
      expect(readUnitFields(text, conversionTables), text).toEqual({ value, from, to });
      // A length alone may be a foot's; with its target it is nothing but a quantity.
      if (to === '') continue;
      expect(
        ask(text).some(({ kind }) => kind === 'unit'),
        text,
      ).toBe(true);
    }
  });

  it('a country, a label and a plug', () => {
    for (const country of ['JP', 'BR', 'GB', 'CI', 'US', 'TR'])
      for (const device of ['', '220V', '100-240V~ 50/60Hz 0.5A'])
        for (const plug of ['', 'C', 'G']) {
          const fields = { country, device, plug };
          const text = writePowerFields(fields) ?? '';
          expect(readPowerFields(text, conversionTables), text).toMatchObject({ country, plug });
          expect(ask(text)[0]?.kind, text).toBe('power');
        }
    expect(writePowerFields({ country: '', device: '220V', plug: 'C' })).toBeNull();
  });

  it('a size of every category the form offers', () => {
    const sizes: Readonly<Record<string, readonly [system: string, size: string]>> = { shoes: ['UK', '5.5'], dress: ['UK', '12'], top: ['US', '8'], jacket: ['EU', '50'], jeans: ['US', '32'], shirt_collar: ['CM', '41'], kids: ['EU', '116'], plus: ['US', '18W'], letter: ['INT', 'XL'], bra: ['EU', '75C'], ring: ['US', '7'], hat: ['EU', '57'], glove: ['IN', '8'], belt: ['CM', '80'], sock: ['EU', '42'] }; // prettier-ignore
    for (const category of sizeCategories) {
      const [system, size] = sizes[category] ?? ['', ''];
      const audience = category === 'kids' ? '' : 'women';
      const text = writeSizeFields({ category, system, size, audience }) ?? '';
      expect.soft(readSizeFields(text), text).toMatchObject({ category, system, size });
      expect.soft(ask(text)[0]?.kind, text).toBe('size');
    }
    expect(writeSizeFields({ category: 'shoes', system: 'EU', size: ' ', audience: '' })).toBeNull();
  });

  it('a clock and working days', () => {
    expect(readClockFields(writeClockFields({ time: '12:30', place: 'Madrid' }) ?? '', conversionTables)).toEqual({
      time: '12:30',
      place: 'Madrid',
    });
    expect(writeClockFields({ time: '12:30', place: '' })).toBeNull();
    for (const [low, high] of [
      ['3', '5'],
      ['7', '7'],
    ] as const) {
      const fields = { low, high, country: 'ES' };
      expect(readDeliveryFields(writeDeliveryFields(fields) ?? '', conversionTables)).toEqual(fields);
    }
    expect(writeDeliveryFields({ low: '3', high: '5', country: '' })).toBeNull();
  });

  it.each(answerLangs)('and is understood whatever language the answer is in (%s)', (lang) => {
    const texts = [
      writeUnitFields({ value: '30', from: 'cm', to: 'in' }),
      writePowerFields({ country: 'JP', device: '220V', plug: 'C' }),
      writeSizeFields({ category: 'shoes', system: 'UK', size: '5.5', audience: 'women' }),
      writeDeliveryFields({ low: '3', high: '5', country: 'ES' }),
    ];
    for (const text of texts)
      expect
        .soft(
          ask(text ?? '', lang).some(({ kind }) => kind !== 'cannot'),
          text ?? '',
        )
        .toBe(true);
  });
});
