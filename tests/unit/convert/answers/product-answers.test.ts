import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import type { AskedProduct } from '@/utils/domain/convert/answers/asked-product';
import type { ConversionOptions } from '@/utils/domain/convert/answers/converter';
import { shiftSize } from '@/utils/domain/convert/answers/product-offset';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { convertQuery, findConversions } from '@/utils/domain/convert/find-conversions';
import { brandAs } from '@/utils/domain/ids';
import type { SizeCategory } from '@/utils/domain/convert/sizes/size';

const options = (more: Partial<ConversionOptions> = {}): ConversionOptions => ({
  lang: 'en',
  replyLang: 'en',
  now: Date.UTC(2026, 10, 23, 9),
  ...more,
});
const ask = (text: string, more: Partial<ConversionOptions> = {}): Conversion | undefined =>
  convertQuery(text, options(more), conversionTables)[0];
const japan = (product: AskedProduct, replyLang = 'en') =>
  ask('Does it work in Japan?', { product: { cardId: 'c1', ...product }, replyLang });

describe('the product card answers the power question', () => {
  test('without a rating nothing is said to suit', () => {
    const found = japan({ devicePlug: 'A' });
    expect(found?.warnings).toContain('convert.warning.checkLabel');
    expect(found?.insertText).toContain('compare this with the input printed on the label');
    expect(found?.insertText).not.toMatch(/\bsuits?\b|\bworks?\b/);
  });

  test('a rating that cannot be read is no rating', () => {
    expect(japan({ deviceInput: 'see box' })?.insertText).toMatch(/label of the device\.$/);
  });

  test('a wide rating suits, and then the buyer need not compare labels', () => {
    const found = japan({ deviceInput: '100-240V~ 50/60Hz', devicePlug: 'C' });
    expect(found?.insertText).toContain('our device takes 100–240 V. That suits the voltage there.');
    expect(found?.insertText).toContain('A type C plug needs an adapter there');
    expect(found?.insertText).not.toContain('Please compare this');
    expect(found?.warnings).not.toContain('convert.warning.checkLabel');
  });

  test('a single voltage needs a converter, a strong device is not recommended', () => {
    expect(japan({ deviceInput: '220V~ 50Hz 60W' })?.insertText).toContain('needs a voltage converter there');
    expect(japan({ deviceInput: '220V~ 2200W' })?.insertText).toContain('220 V, 2200 W');
    expect(japan({ deviceInput: '220V~ 2200W' })?.insertText).toContain('we recommend the local version');
  });

  test('a switch has to be set, a frequency that differs is named', () => {
    const found = ask('Does it work in Germany?', { product: { cardId: 'c1', deviceInput: '120V/240V 60Hz' } });
    expect(found?.insertText).toContain('once the switch on the device is set to it');
    expect(found?.insertText).toContain('The mains frequency there is 50 Hz, while the label says 60 Hz');
  });

  test('USB goods hang on the charger', () => {
    const found = japan({ deviceInput: '5V 2A USB' });
    expect(found?.insertText).toContain('It is powered by USB');
    expect(found?.insertText).not.toContain('suits');
  });

  test('a plug that goes in with a doubt is not said to fit', () => {
    expect(japan({ deviceInput: '100-240V', devicePlug: 'A' })?.insertText).not.toContain('This plug fits');
    const american = ask('Does it work in the USA?', {
      product: { cardId: 'c1', deviceInput: '100-240V', devicePlug: 'A' },
    });
    expect(american?.insertText).toContain('This plug fits the outlets there.');
  });

  test('a version of another rating in the message is answered beside ours', () => {
    const [found] = findConversions(
      'Will the 110V version work in Germany?',
      options({ product: { cardId: 'c1', deviceInput: '220-240V' } }),
      conversionTables,
    );
    expect(found?.insertText).toContain('our device takes 220–240 V. That suits');
    expect(found?.insertText).toContain('A device marked 110 V needs a voltage converter');
  });

  test('values are in the words of the reply', () => {
    expect(japan({ deviceInput: '100-240V', devicePlug: 'C' }, 'de')?.values).toEqual({
      mainsVoltage: '100 V',
      mainsFrequency: '50/60 Hz',
      plugTypes: 'A und B',
      voltageRange: '100–240 V',
      plugType: 'C',
    });
    expect(japan({}, 'ru')?.values).toMatchObject({ mainsVoltage: '100 В', plugTypes: 'A и B' });
  });
});

describe('what is said of a device', () => {
  const card = (product: AskedProduct): AskedProduct => ({ cardId: 'c1', ...product });

  test('a figure in the title is what the listing names, never our label', () => {
    const found = ask('Does it work in Germany?', { product: { deviceInput: '220V', devicePlug: 'C' } });
    expect(found?.insertText).toContain('The listing names 220 V.');
    expect(found?.insertText).toContain('Please compare this with the input printed on the label');
    expect(found?.insertText).not.toMatch(/our device|suits|fits|It comes with/);
    expect(found?.lines).toContainEqual({ label: 'convert.power.listed', value: '220 V' });
    expect(found?.lines.map(({ label }) => label)).not.toContain('convert.power.voltageFits');
    expect(found?.warnings).toEqual(
      expect.arrayContaining(['convert.warning.checkLabel', 'convert.warning.fromTitle']),
    );
    expect(found?.basis.kind).toBe('table');
    expect(found?.values).not.toHaveProperty('voltageRange');
    expect(found?.values).not.toHaveProperty('plugType');
  });

  test('a listing of the wrong voltage is not promised either', () => {
    const found = ask('Does it work in Japan?', { product: { deviceInput: '230V' } });
    expect(found?.insertText).toContain('A device marked 230 V needs a voltage converter');
    expect(found?.insertText).toContain('Please compare this');
  });

  test('values that replies call our label are ours alone', () => {
    const [found] = findConversions('I have a 110V type A plug, is it ok for Germany?', options(), conversionTables);
    expect(found?.heard).toBe('110 V → DE');
    expect(found?.values).not.toHaveProperty('voltageRange');
    expect(found?.values).not.toHaveProperty('plugType');
    const ours = japan({ deviceInput: '100-240V', devicePlug: 'C' });
    expect(ours?.values).toMatchObject({ voltageRange: '100–240 V', plugType: 'C' });
  });

  test('what the card decided rests on the card', () => {
    expect(japan({ deviceInput: '100-240V' })?.basis).toEqual({ kind: 'product', sourceId: 'c1' });
    expect(japan({})?.basis.kind).toBe('table');
    const shoes = card({ category: 'shoes', sizeOffset: 1 });
    expect(ask('UK 5.5 women shoes', { product: shoes })?.basis).toEqual({ kind: 'product', sourceId: 'c1' });
  });

  test('a plug that may not carry the current is not said to fit', () => {
    const found = ask('Does it work in Germany?', {
      product: card({ deviceInput: '230V', deviceWatts: 2000, devicePlug: 'C' }),
    });
    expect(found?.warnings).toContain('convert.warning.plugCurrent');
    expect(found?.insertText).not.toContain('This plug fits');
    expect(found?.lines.map(({ label }) => label)).not.toContain('convert.power.plugFits');
  });

  test.each<[text: string, product: AskedProduct | undefined]>([
    ['Will the hair dryer 1800W 220V work in Japan?', undefined],
    ['Will it work in Japan? It has 2200 W.', card({ deviceInput: '220V' })],
    ['Will it work in Japan? It has 1800 W.', card({ deviceInput: '220V', deviceKind: 'heating' })],
  ])('%s: too strong wins over a converter', (text, product) => {
    const [found] = findConversions(text, options(product ? { product } : {}), conversionTables);
    expect(found?.lines.map(({ label }) => label)).toContain('convert.power.notRecommended');
    expect(found?.insertText).toMatch(/too (?:strong|powerful)/);
    expect(found?.insertText).not.toContain('needs a voltage converter');
  });

  test('heat of unknown watts is not sent to a converter without a word', () => {
    const found = japan({ deviceInput: '220V', deviceKind: 'heating' });
    expect(found?.insertText).toContain('often draw too much for a travel converter');
    expect(found?.warnings).toContain('convert.warning.heaterWatts');
  });

  test('where the voltage depends on the town nothing more is said', () => {
    const found = ask('Does it work in Brazil?', { product: card({ deviceInput: '220V' }) });
    expect(found?.insertText).toContain('A device marked 220 V suits only the places there with 220 V.');
    expect(found?.insertText).not.toContain('therefore');
    expect(found?.lines).toContainEqual({ label: 'convert.power.somePlaces', value: '220 V → 220 V' });
  });

  test('two countries have two answers', () => {
    const found = findConversions('Does the plug fit in the UK and in Japan?', options(), conversionTables);
    expect(found.map(({ heard, ambiguous }) => [heard, ambiguous])).toEqual([
      ['GB', true],
      ['JP', true],
    ]);
  });
});

describe('the product card answers the size question', () => {
  const shoes = (product: AskedProduct, text = 'UK 5.5 women shoes') => ask(text, { product });

  test('the listing’s system is answered too, and the size to take is on its labels', () => {
    const found = shoes({ category: 'shoes', sizeSystem: 'EU', sizeOffset: 1 });
    expect(found?.insertText).toContain('This item runs small, so we suggest EU 40.');
    expect(found?.lines.at(-1)).toEqual({ label: 'convert.size.runsSmall', value: 'EU 40' });
    expect(found?.warnings).toContain('convert.warning.runsSmall');
    expect(found?.values?.suggestedSize).toBe('EU 40');
  });

  test('what runs large is a size down', () => {
    const found = shoes({ category: 'shoes', sizeOffset: -1 });
    expect(found?.insertText).toContain('This item runs large, so we suggest UK 4.5.');
  });

  test('an offset off the end of the labels names no size', () => {
    const found = shoes({ category: 'shoes', sizeOffset: 40 });
    expect(found?.insertText).toContain('we suggest the next size up if you are in doubt');
    expect(found?.lines.at(-1)).toEqual({ label: 'convert.size.runsSmall', value: '+1' });
  });

  test('no offset, no word about it', () => {
    expect(shoes({ category: 'shoes', sizeOffset: 0 })?.insertText).not.toContain('runs');
  });

  test.each<[SizeCategory, string, string, number, string | null]>([
    ['shoes', 'EU', '39', 0.5, '39.5'],
    ['shoes', 'JP', '24.5', 1, '25'],
    ['shoes', 'KR', '245', -1, '240'],
    ['shoes', 'FOOT_CM', '24', 1, null],
    ['letter', 'INT', 'XL', 1, 'XXL'],
    ['letter', 'INT', '2XL', -1, 'XL'],
    ['top', 'INT', '7XL', 1, null],
    ['dress', 'US', '8', 1, '10'],
    ['dress', 'KR', '55', 1, '66'],
    ['kids', 'EU', '116', 1, '122'],
    ['bra', 'EU', '75B', 1, null],
    ['ring', 'US', '6', 1, null],
  ])('%s %s %s, %d sizes on: %s', (category, system, size, offset, expected) => {
    expect(shiftSize({ category, system, size }, offset)).toBe(expected);
  });
});

describe('what has no honest answer', () => {
  test.each([
    ['foot 3 cm', {}, 'convert.cannot.out-of-range'],
    ['EU 5.5 women shoes', {}, 'convert.cannot.contradiction'],
    ['Antarctica', {}, 'convert.cannot.no-grid'],
    ['XX', {}, 'convert.cannot.unknown-country'],
    ['9999V to US', {}, 'convert.cannot.absurd-voltage'],
    ['0V to US', {}, 'convert.cannot.absurd-voltage'],
    ['-220V to US', {}, 'convert.cannot.absurd-voltage'],
    ['type Z plug to UK', {}, 'convert.cannot.unknown-plug'],
    ['220V to Atlantis', {}, 'convert.cannot.unknown-country'],
    ['220V to Atlantis', { buyerCountry: brandAs<'CountryCode'>('US') }, 'convert.cannot.unknown-country'],
    ['220V to Antarctica', {}, 'convert.cannot.no-grid'],
  ] as const)('%s', (text, more, cannot) => {
    expect(ask(text, more)).toMatchObject({ kind: 'cannot', cannot, lines: [], insertText: '' });
  });

  test.each(['25:99 Madrid', 'parcel 123 Madrid', 'blue Japan shirt'])('%s is not a country alone', (text) => {
    expect(ask(text)?.kind).not.toBe('power');
  });

  test.each([
    ['100-240V to US', '100–240 V → US'],
    ['220v to us', '220 V → US'],
    ['type G to Germany', 'DE'],
    ['to Brazil?', 'BR'],
    ['110V to germany', '110 V → DE'],
  ])('%s has an answer', (text, heard) => expect(ask(text)).toMatchObject({ kind: 'power', heard }));

  test('says so with the place in the message', () => {
    const text = 'Hello, do you have the shoes in EU 5.5 women?';
    const [found] = findConversions(text, options(), conversionTables);
    expect(found?.kind).toBe('cannot');
    expect(text.slice(found?.start, found?.end)).toContain('5.5');
  });
});

describe('further kinds', () => {
  test('a price in a message is no question, typed it is written as the buyer’s language does', () => {
    expect(findConversions('I paid $19.90 for it', options(), conversionTables)).toEqual([]);
    expect(ask('$19.90', { replyLang: 'de' })).toMatchObject({ kind: 'money', values: { amount: '19,90\u00a0$' } });
  });

  test('a time names its day when the calendar differs', () => {
    const found = ask('20:30 Los Angeles', { shopCountry: brandAs<'CountryCode'>('CN') });
    expect(found?.insertText).toBe('8:30 PM (Los Angeles) corresponds to 12:30 PM on the following day (China).');
    expect(found?.lines).toEqual([{ label: 'convert.time.here', value: '12:30 (+1) · China' }]);
  });

  test('a language without sentences gets numbers and codes alone', () => {
    expect(ask('5 lb', { replyLang: 'sv', buyerCountry: brandAs<'CountryCode'>('SE') })?.insertText).toBe(
      '5 lb ≈ 2.27 kg',
    );
    expect(ask('Japan', { replyLang: 'sv' })?.insertText).toBe('Japan: 100 V, 50/60 Hz, A / B');
  });

  test('a region of a language is the language', () => {
    expect(ask('5 lb', { replyLang: 'pt-BR', buyerCountry: brandAs<'CountryCode'>('BR') })?.insertText).toBe(
      '5 lb equivale a cerca de 2,27 kg.',
    );
  });
});
