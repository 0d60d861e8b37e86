import { describe, expect, test } from 'vitest';
import { conversionFacts } from '@/utils/catalog/conversion-facts';
import { measureTables } from '@/utils/catalog/measures/measure-tables';
import { measureExtras } from '@/utils/catalog/time/measure-extras';
import { makeMeasureReader } from '@/utils/domain/convert/measures/read-measures';
import { makeCountryFinder } from '@/utils/domain/convert/power/country-names';
import { normalise } from '@/utils/domain/convert/reading/normalise';
import type { Reading, ReadHints } from '@/utils/domain/convert/reading/reading';
import { brandAs } from '@/utils/domain/ids';

const codes = Object.keys(conversionFacts.mains.countries);
const finders = new Map<string, ReturnType<typeof makeCountryFinder>>();
const countriesIn = (text: string, lang: string) => {
  const finder = finders.get(lang) ?? makeCountryFinder(lang, codes, conversionFacts.countryAliases);
  finders.set(lang, finder);
  return finder(text);
};
const reader = makeMeasureReader({ ...measureTables, ...measureExtras }, countriesIn);
const read = (text: string, hints: ReadHints): readonly Reading[] => reader(text, normalise(text), hints);

const hints = (from: 'query' | 'message', lang: string, country?: string): ReadHints => ({
  from,
  lang,
  ...(country ? { buyerCountry: brandAs<'CountryCode'>(country) } : {}),
});

/** `12:30 Europe/Madrid`, `now Asia/Tokyo`, `12:30 US` for a country with several clocks. */
const times = (text: string, given: ReadHints): readonly string[] =>
  read(text, given).flatMap((reading) => {
    if (reading.kind !== 'time') return [];
    const { minutes, zone, country } = reading;
    const clock =
      minutes === undefined
        ? 'now'
        : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return [`${clock} ${zone ?? country ?? '-'}`];
  });

describe('times in a typed query', () => {
  test.each<[string, string, ...string[]]>([
    ['en', '12:30 Madrid', '12:30 Europe/Madrid'],
    ['en', '12:30 in Madrid', '12:30 Europe/Madrid'],
    ['en', 'Madrid 12:30', '12:30 Europe/Madrid'],
    ['en', '3 pm New York', '15:00 America/New_York'],
    ['en', '3pm EST', '15:00 America/New_York'],
    ['en', '9:15 am PST', '09:15 America/Los_Angeles'],
    ['en', '12 am Tokyo', '00:00 Asia/Tokyo'],
    ['en', '12 pm Tokyo', '12:00 Asia/Tokyo'],
    ['en', '14:00 UTC', '14:00 UTC'],
    ['en', '17:00 Spain', '17:00 ES'],
    ['en', '17:00 Germany', '17:00 Europe/Berlin'],
    ['en', '17:00 USA', '17:00 US'],
    ['en', '17:00 California', '17:00 America/Los_Angeles'],
    ['en', '10:00 Texas', '10:00 America/Chicago'],
    ['en', '12:30', '12:30 -'],
    ['en', 'what time is it in Tokyo', 'now Asia/Tokyo'],
    ['en', 'What time is it in Tokyo?', 'now Asia/Tokyo'],
    ['en', 'time in Germany', 'now Europe/Berlin'],
    ['en', 'time Brazil', 'now BR'],
    ['en', 'Tokyo time', 'now Asia/Tokyo'],
    ['en', 'Tokyo', 'now Asia/Tokyo'],
    ['en', 'San Francisco', 'now America/Los_Angeles'],
    ['de', 'wie spät ist es in Madrid', 'now Europe/Madrid'],
    ['de', 'Uhrzeit Peking', 'now Asia/Shanghai'],
    ['de', '15 Uhr in Berlin', '15:00 Europe/Berlin'],
    ['de', '15.30 Uhr Mailand', '15:30 Europe/Rome'],
    ['es', 'qué hora es en Tokio', 'now Asia/Tokyo'],
    ['es', '12:30 Nueva York', '12:30 America/New_York'],
    ['fr', 'quelle heure est-il à Pékin', 'now Asia/Shanghai'],
    ['fr', '15h30 Paris', '15:30 Europe/Paris'],
    ['it', 'che ora è a Londra', 'now Europe/London'],
    ['pt', 'que horas são em Lisboa', 'now Europe/Lisbon'],
    ['pt', '15h30 São Paulo', '15:30 America/Sao_Paulo'],
    ['nl', 'hoe laat is het in Parijs', 'now Europe/Paris'],
    ['pl', 'która godzina jest w Londynie', 'now Europe/London'],
    ['pl', '12:30 w Warszawie', '12:30 Europe/Warsaw'],
    ['tr', "Tokyo'da saat kaç", 'now Asia/Tokyo'],
    ['tr', '12:30 İstanbul', '12:30 Europe/Istanbul'],
    ['ru', 'который час в Москве', 'now Europe/Moscow'],
    ['ru', 'сколько времени в Токио', 'now Asia/Tokyo'],
    ['ru', '12:30 по Москве', '12:30 Europe/Moscow'],
    ['ru', '12:30 мск', '12:30 Europe/Moscow'],
    ['zh', '东京现在几点', 'now Asia/Tokyo'],
    ['zh', '纽约下午3点', '15:00 America/New_York'],
    ['zh', '马德里12:30', '12:30 Europe/Madrid'],
    ['zh', '北京时间20:00', '20:00 Asia/Shanghai'],
    ['zh', '下午3点半 洛杉矶', '15:30 America/Los_Angeles'],
    ['ja', '東京は今何時ですか', 'now Asia/Tokyo'],
    ['ja', 'ニューヨーク 午後3時', '15:00 America/New_York'],
    ['ko', '도쿄는 몇 시인가요', 'now Asia/Tokyo'],
    ['ko', '오후 3시 30분 뉴욕', '15:30 America/New_York'],
    ['ar', 'كم الساعة في طوكيو', 'now Asia/Tokyo'],
    ['ar', '12:30 مدريد', '12:30 Europe/Madrid'],
    ['ar', '١٢:٣٠ دبي', '12:30 Asia/Dubai'],
  ])('%s: %s', (lang, text, ...expected) => {
    expect(times(text, hints('query', lang))).toEqual(expected);
  });

  test.each([
    '25:30 Madrid',
    '12:75 Madrid',
    '13 am Tokyo',
    '3 Madrid',
    'Spain',
    'shoes from Madrid in 38',
    '12:30:99999',
    'est 5',
  ])('%s is no time', (text) => {
    expect(times(text, hints('query', 'en'))).toEqual([]);
  });
});

describe('times in a message', () => {
  test.each<[string, string, ...string[]]>([
    ['en', 'Please call me at 12:30 Madrid time.', '12:30 Europe/Madrid'],
    ['en', 'Please call me at 12:30.'],
    ['en', 'It was delivered at 12:30. I live in Madrid.'],
    ['en', 'what time is it in Tokyo now?', 'now Asia/Tokyo'],
    ['en', 'I ordered it in Paris last time'],
    ['en', 'I live in Tokyo'],
    ['fr', 'le colis est arrivé à 12:30 est-ce normal ?'],
    ['de', 'Ich bin ab 15 Uhr in Berlin', '15:00 Europe/Berlin'],
    ['zh', '我是北京时间20:00下单的', '20:00 Asia/Shanghai'],
    ['en', 'ratio 1:30 scale'],
  ])('%s: %s', (lang, text, ...expected) => {
    expect(times(text, hints('message', lang))).toEqual(expected);
  });

  test('the place is named as the text names it, and the span covers both', () => {
    const text = '👋 ruf um １２:30 in München an';
    const [found] = read(text, hints('message', 'de'));
    expect(found).toMatchObject({ kind: 'time', place: 'München', zone: 'Europe/Berlin', minutes: 750 });
    expect(text.slice(found!.start, found!.end)).toBe('１２:30 in München');
  });
});

const deliveries = (text: string, given: ReadHints): readonly string[] =>
  read(text, given).flatMap((reading) =>
    reading.kind === 'delivery' ? [`${reading.days.join('-')} ${reading.country ?? '-'}`] : [],
  );

describe('working days', () => {
  test.each<[string, string, ...string[]]>([
    ['en', '3-5 business days to Spain', '3-5 ES'],
    ['en', '3 – 5 working days', '3-5 -'],
    ['en', '3 to 5 business days to the UK', '3-5 GB'],
    ['en', 'delivery to France in 10 business days', '10-10 FR'],
    ['en', '1 business day', '1-1 -'],
    ['de', '3-5 Werktage nach Spanien', '3-5 ES'],
    ['de', '3 bis 5 Arbeitstage', '3-5 -'],
    ['es', 'de 3 a 5 días hábiles a España', '3-5 ES'],
    ['es', '3-5 días laborables', '3-5 -'],
    ['fr', '3 à 5 jours ouvrés', '3-5 -'],
    ['fr', '3-5 jours ouvrables en Espagne', '3-5 ES'],
    ['it', '3-5 giorni lavorativi in Italia', '3-5 IT'],
    ['pt', '3 a 5 dias úteis', '3-5 -'],
    ['nl', '3-5 werkdagen', '3-5 -'],
    ['pl', '3-5 dni roboczych', '3-5 -'],
    ['tr', '3-5 iş günü', '3-5 -'],
    ['ru', '3-5 рабочих дней', '3-5 -'],
    ['zh', '3-5个工作日', '3-5 -'],
    ['zh', '５个工作日内到西班牙', '5-5 ES'],
    ['ja', '3〜5営業日', '3-5 -'],
    ['ko', '3~5영업일', '3-5 -'],
    ['ar', '3-5 أيام عمل', '3-5 -'],
    ['ar', 'من 3 إلى 5 أيام عمل', '3-5 -'],
    ['en', '5-3 business days'],
    ['en', '0 business days'],
    ['en', '3-5 days'],
    ['en', '5 business daydreams'],
  ])('%s: %s', (lang, text, ...expected) => {
    expect(deliveries(text, hints('query', lang))).toEqual(expected);
    expect(deliveries(text, hints('message', lang))).toEqual(expected);
  });
});

const amounts = (text: string, given: ReadHints): readonly string[] =>
  read(text, given).flatMap((reading) => (reading.kind === 'money' ? [`${reading.value} ${reading.currency}`] : []));

describe('money', () => {
  test.each<[string, string | undefined, string, ...string[]]>([
    ['de', undefined, 'EUR 12,50', '12.5 EUR'],
    ['de', undefined, '12,50 €', '12.5 EUR'],
    ['de', undefined, '1.234,50 €', '1234.5 EUR'],
    ['en', undefined, '$30', '30 USD'],
    ['en', 'CA', '$30', '30 CAD'],
    ['en', 'AU', '30 dollars', '30 AUD'],
    ['en', undefined, 'US$30.50', '30.5 USD'],
    ['en', undefined, 'USD30', '30 USD'],
    ['en', undefined, '£5', '5 GBP'],
    ['en', undefined, '1,234.50 usd', '1234.5 USD'],
    ['en', undefined, '¥2000', '2000 CNY', '2000 JPY'],
    ['en', 'JP', '¥2000', '2000 JPY'],
    ['en', 'CN', '¥2000', '2000 CNY'],
    ['ja', undefined, '¥2000', '2000 JPY'],
    ['ja', undefined, '2,000円', '2000 JPY'],
    ['zh', undefined, '30元', '30 CNY'],
    ['zh', undefined, '￥30', '30 CNY'],
    ['zh', undefined, '30美元', '30 USD'],
    ['zh', undefined, '30欧元', '30 EUR'],
    ['ko', undefined, '2000원', '2000 KRW'],
    ['ru', undefined, '2000 руб', '2000 RUB'],
    ['ru', undefined, '2000 рублей', '2000 RUB'],
    ['pl', undefined, '30 zł', '30 PLN'],
    ['tr', undefined, '30 TL', '30 TRY'],
    ['pt', undefined, 'R$ 30', '30 BRL'],
    ['ar', undefined, '30 درهم', '30 AED'],
    ['ar', 'SA', '30 ريال', '30 SAR'],
    ['en', 'SE', '100 kr', '100 SEK'],
    ['en', undefined, '100 kr', '100 SEK', '100 NOK', '100 DKK'],
    ['en', undefined, '38'],
    ['en', undefined, '30 eurozone'],
  ])('%s, buyer in %s: %s', (lang, country, text, ...expected) => {
    expect(amounts(text, hints('query', lang, country))).toEqual(expected);
    expect(amounts(text, hints('message', lang, country))).toEqual([]);
  });
});
