import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import type { ConversionOptions } from '@/utils/domain/convert/answers/converter';
import { convertQuery, findConversions } from '@/utils/domain/convert/find-conversions';
import { brandAs } from '@/utils/domain/ids';

const options = (lang: string, country?: string, more: Partial<ConversionOptions> = {}): ConversionOptions => ({
  lang,
  replyLang: lang,
  ...(country ? { buyerCountry: brandAs<'CountryCode'>(country) } : {}),
  ...more,
});

const find = (text: string, given: ConversionOptions) => findConversions(text, given, conversionTables);
const ask = (text: string, given: ConversionOptions) => convertQuery(text, given, conversionTables);

describe('conversions in a message', () => {
  test('answers a size with range, basis and source', () => {
    const [found] = find('Do you have the sandals in UK 5.5 women?', options('en', 'GB'));
    expect(found).toMatchObject({
      kind: 'size',
      heard: 'UK 5.5',
      audience: 'women',
      ambiguous: false,
      basis: { kind: 'table', sourceId: 'shoe-charts-women' },
      warnings: [],
    });
    expect(found?.lines[0]).toEqual({ label: 'EU', value: '39', range: '38–39' });
    expect(found?.lines[1]).toEqual({ label: 'convert.system.us.women', value: '8', range: '7.5–8' });
  });

  test('gives both readings of a US size without an audience', () => {
    const found = find('shoes in US 8', options('en', 'US'));
    expect(found.map(({ heard, audience, ambiguous }) => [heard, audience, ambiguous])).toEqual([
      ['US 8', 'women', true],
      ['US 8', 'men', true],
    ]);
    expect(found[0]?.warnings).toContain('convert.warning.ambiguous');
  });

  test('gives the old code and the EU number for a Chinese size', () => {
    const found = find('shoes size CN 42', options('en', 'US'));
    expect(found.map(({ lines }) => lines.find(({ label }) => label === 'EU')?.value)).toEqual(['40.5', '42']);
  });

  test('shows the size system of the shop’s country', () => {
    const [found] = find('sandals size 38', options('de', 'DE', { shopCountry: brandAs<'CountryCode'>('CN') }));
    expect(found?.lines).toContainEqual({ label: 'CN', value: '240 mm', range: '235–240' });
  });

  test.each([
    ['en', /^UK 5\.5 \(women\) corresponds to EU 39 .*cm with the size chart\.$/],
    ['de', /^UK 5,5 \(Damen\) entspricht EU 39 .*Größentabelle\.$/],
    ['es', /^La talla UK 5,5 \(mujer\) equivale a EU 39 .*por favor\.$/],
    ['zh', /^UK 5\.5（女）相当于 EU 39.*、JP 24\.5厘米。.*确认。$/],
    ['sv', /^UK 5\.5 = EU 39 \(38–39\) = US 8 = JP 24\.5 cm$/],
  ])('writes the answer in %s', (replyLang, expected) => {
    expect(find('UK 5.5 women', options('en', 'GB', { replyLang }))[0]?.insertText).toMatch(expected);
  });

  test('answers "does it work in Japan?" with the mains and the label, never with yes', () => {
    const [found] = find('Does it work in Japan?', options('en'));
    expect(found?.lines.map(({ value }) => value)).toEqual(['100 V', '50 / 60 Hz', 'A, B']);
    expect(found?.warnings).toContain('convert.warning.checkLabel');
    expect(found?.insertText).toContain('100 V');
    expect(found?.insertText).not.toMatch(/\bworks?\b|\bsuits?\b/i);
  });

  test.each([
    ['230V in Deutschland?', 'de', undefined, 'DE'],
    ['Hat das einen Stecker für die Schweiz?', 'de', undefined, 'CH'],
    ['Is the plug right for me?', 'en', 'GB', 'GB'],
    ['работает ли это в Японии?', 'ru', undefined, 'JP'],
    ['日本で使えますか？', 'ja', undefined, 'JP'],
    ['在美国能用吗？', 'zh', undefined, 'US'],
    ['¿Funciona en México?', 'es', undefined, 'MX'],
    ['Est-ce que la prise convient en Belgique ?', 'fr', undefined, 'BE'],
    ['Funziona in Italia?', 'it', undefined, 'IT'],
    ['Funciona no Brasil?', 'pt', undefined, 'BR'],
    ['Czy wtyczka pasuje w Polsce?', 'pl', undefined, 'PL'],
    ['Werkt dit in Nederland?', 'nl', undefined, 'NL'],
    ['한국에서 사용할 수 있나요?', 'ko', undefined, 'KR'],
    ['هل يعمل في السعودية؟', 'ar', undefined, 'SA'],
    ['Fungerar den i Sverige?', 'sv', undefined, 'SE'],
    ['Türkiye’de çalışır mı, fişi uyar mı?', 'tr', undefined, 'TR'],
  ])('%s asks about %s power', (text, lang, buyer, country) => {
    const [found] = find(text, options(lang, buyer));
    expect(found?.kind).toBe('power');
    expect(found?.heard).toMatch(new RegExp(`${country}$`));
  });

  test.each([
    ['It does not work, I live in Germany', 'en', 'DE'],
    ['It stopped working after a week', 'en', 'GB'],
    ['Where is my parcel? I am in Japan', 'en', 'JP'],
    ['Der Artikel funktioniert nicht. Ich wohne in Österreich', 'de', 'AT'],
  ])('%s is no question about power', (text, lang, country) => {
    expect(find(text, options(lang, country))).toEqual([]);
  });

  test('takes the buyer’s own mains voltage for no rating of the device', () => {
    const [found] = find('Does it run on 230 volts?', options('en', 'GB'));
    expect(found?.heard).toBe('GB');
    expect(found?.warnings).toContain('convert.warning.checkLabel');
    expect(found?.lines.map(({ label }) => label)).not.toContain('convert.power.voltageFits');
  });

  test('takes two voltages in a question for no rating of the device', () => {
    const [found] = find('Does this work with 220V or only 110V?', options('en', 'GB'));
    expect(found?.heard).toBe('GB');
    expect(found?.insertText).not.toMatch(/device marked/);
  });

  test('keeps a range, which only a label has', () => {
    expect(find('It says 100-240V, ok for Germany?', options('en'))[0]?.heard).toBe('100–240 V → DE');
  });

  test.each([
    ['Do I need an adapter?', 'en', 1],
    ['Czy potrzebuję przejściówki?', 'pl', 1],
    ['220 voltta çalışır mı?', 'tr', 1],
    ['The adapter is broken', 'en', 0],
  ])('%s (%s): %d', (text, lang, count) => {
    expect(find(text, options(lang, 'GB'))).toHaveLength(count);
  });

  test('says that a named voltage needs a converter', () => {
    const [found] = find('Will the 110V version work in Germany?', options('en'));
    expect(found?.insertText).toMatch(/110 V needs a voltage converter/);
    expect(found?.lines).toContainEqual({ label: 'convert.power.converterNeeded', value: '110 V → 230 V' });
  });

  test('marks the place in the message', () => {
    const text = 'Hello! Is it ok with 230V in Germany?';
    const [found] = find(text, options('en'));
    expect(text.slice(found?.start, found?.end)).toBe('230V');
  });

  test('gives at most four', () => {
    expect(find('shoes in EU 36, EU 37, EU 38, EU 39, EU 40, EU 41', options('en', 'DE'))).toHaveLength(4);
  });

  test('does not choke on a very long message', () => {
    const text = 'please check the size of my order, thank you. 12 days ago I wrote. '.repeat(600);
    const started = performance.now();
    find(text, options('en', 'GB'));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('an unusual language tag is no error', () => {
    expect(find('Does it work in Japan?', options('not a tag'))).toHaveLength(1);
  });
});

describe('queries typed into the converter', () => {
  test.each([
    ['42', 'EU 42'],
    ['UK 5.5 women', 'UK 5.5'],
    ['размер 42', 'EU 42'],
    ['23.5cm', '23.5 cm'],
    ['220V to Japan', '220 V → JP'],
    ['Brazil', 'BR'],
    ['GB', 'GB'],
  ])('%s', (query, heard) => {
    expect(ask(query, options('en'))[0]?.heard).toBe(heard);
  });

  test('uses the audience chosen before', () => {
    expect(ask('US 8', options('en', undefined, { audience: 'men' })).map(({ audience }) => audience)).toEqual(['men']);
  });

  test('finds nothing in words without a size or a country', () => {
    expect(ask('hello there', options('en'))).toEqual([]);
  });
});

describe('a message', () => {
  test.each([
    ['en', 'You told me 3-5 working days to Spain!'],
    ['de', 'Sie sagten 10 Werktage nach Spanien.'],
    ['en', 'It has been 20 business days since I ordered'],
  ])('gives no dates to insert for days the buyer quotes (%s)', (lang, text) => {
    expect(find(text, options(lang, 'ES')).filter(({ kind }) => kind === 'delivery')).toEqual([]);
  });

  test('gives dates to who asks the converter', () => {
    expect(ask('3-5 working days to Spain', options('en'))[0]).toMatchObject({ kind: 'delivery' });
  });

  test.each([
    ['fr', 'FR', 'Bonjour, taille 40 pour femme, svp'],
    ['it', 'IT', 'Vorrei la taglia 44'],
    ['de', 'DE', 'Haben Sie das in Größe 38?'],
  ])('that names no product gets a guess: chosen by a person, filled in nowhere (%s %s)', (lang, country, text) => {
    const found = find(text, options(lang, country));
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) {
      expect(one.ambiguous).toBe(true);
      expect(one.values ?? {}).toEqual({});
      expect(one.warnings.join()).toMatch(/assumed(?:Shoes|Category)/);
    }
  });

  test.each([
    ['Haben Sie die Schuhe in Größe 38?', {}],
    ['Haben Sie das in Größe 38?', { product: { category: 'shoes', audience: 'women' } } as const],
  ])('that names what the size is of gets an answer (%s)', (text, known) => {
    const found = find(text, options('de', 'DE', { audience: 'women', ...known }));
    expect(found).toMatchObject([{ ambiguous: false }]);
    expect(found[0]?.values).toHaveProperty('convertedSize');
  });

  test('of the same size many times, or of many sizes, is answered four times at most and in little work', () => {
    const same = '170/92A '.repeat(500);
    const many = Array.from({ length: 500 }, (_, index) => `EU ${35 + (index % 12)} shoes ${index} kg`).join(', ');
    for (const text of [same, many]) find(text, options('en', 'US'));
    const begin = process.cpuUsage();
    expect(find(same, options('en', 'US')).length).toBeLessThanOrEqual(4);
    expect(find(many, options('en', 'US'))).toHaveLength(4);
    expect(process.cpuUsage(begin).user / 1_000).toBeLessThan(300);
  });
});

describe('a body and a product that runs small', () => {
  const product = { category: 'letter', sizeSystem: 'INT', sizeOffset: 1 } as const;
  const men = { audience: 'men', product } as const;

  test('get the next size on the listing’s labels', () => {
    const [plain] = find('I am 170 cm and 65 kg', options('en', 'US', { audience: 'men', product: { category: 'letter', sizeSystem: 'INT' } })); // prettier-ignore
    const [found] = find('I am 170 cm and 65 kg', options('en', 'US', men));
    expect(plain?.lines).toContainEqual({ label: 'convert.system.INT', value: 'S', range: 'S–M' });
    expect(found?.lines.at(-1)).toEqual({ label: 'convert.size.runsSmall', value: 'M' });
    expect(found?.warnings).toContain('convert.warning.runsSmall');
    expect(found?.values).toMatchObject({ suggestedSize: 'M' });
    expect(found?.insertText).toMatch(/runs small.* M\b/);
    expect(plain?.values).not.toHaveProperty('suggestedSize');
  });

  test('in a language without sentences', () => {
    const [found] = find('I am 170 cm and 65 kg', options('en', 'US', { ...men, replyLang: 'sv' }));
    expect(found?.insertText).toMatch(/→ M$/);
  });

  test('a foot counts too', () => {
    const shoes = { category: 'shoes', sizeSystem: 'EU', sizeOffset: 1 } as const;
    const [found] = find('my foot is 24.2 cm', options('en', 'ES', { audience: 'women', product: shoes }));
    expect(found?.values).toHaveProperty('suggestedSize');
  });
});
