import { describe, expect, test } from 'vitest';
import { conversionTables } from '@/utils/catalog/conversion-tables';
import { makeMeasureReader } from '@/utils/domain/convert/measures/read-measures';
import { makeCountryFinder } from '@/utils/domain/convert/power/country-names';
import { normalise } from '@/utils/domain/convert/reading/normalise';
import { brandAs } from '@/utils/domain/ids';
import { lowestMedian } from '@/tests/speed';

const codes = Object.keys(conversionTables.mains.countries);

/** What buyers ask, and what stands around it in a long message. */
const TEXTS: Readonly<Record<string, readonly [asked: string, around: string]>> = {
  en: ['I ordered 2 pairs on 12 May (order 112-3456789-1234567) for $35.99, the box says 30 x 20 cm and 2 kg. How many inches is 30 cm? They told me 3-5 business days to Spain, call me at 12:30 Madrid time. ', 'Hello, thank you for the quick answer, the colour is lovely and my daughter likes it, but I am still not sure about it. '],
  de: ['Ich habe am 12.05. zwei Stück bestellt, der Monitor soll 27 Zoll haben und 5 kg wiegen, Lieferung in 3-5 Werktagen nach Spanien. Rufen Sie mich bitte um 15:30 Uhr in Berlin an. ', 'Guten Tag, vielen Dank für die schnelle Antwort, die Farbe ist schön, aber ich bin mir noch nicht sicher. '],
  zh: ['您好，我5月12日下单买了2件，箱子是30厘米乘20厘米，大约5斤重，请问3-5个工作日能到西班牙吗？我这里现在是北京时间下午3点。', '谢谢您这么快回复，颜色很漂亮，我女儿很喜欢，不过我还是不太确定。'],
  ru: ['Здравствуйте, я заказал 2 пары 12 мая, коробка 30 см, вес 2 кг, экран 10 дюймов. Обещали 3-5 рабочих дней в Испанию, звоните в 12:30 по Москве. ', 'Спасибо за быстрый ответ, цвет красивый, дочери нравится, но я пока не уверен. '],
}; // prettier-ignore

/** The aim is 0.15 ms; a busy machine gets three times that before the test fails. Units: milliseconds. */
const AIM = 0.15;

describe('speed of the readers of measures', () => {
  test.each(Object.entries(TEXTS))('2,000 characters of %s', (lang, [asked, around]) => {
    const text = (asked + around.repeat(Math.ceil(2000 / around.length))).slice(0, 2000);
    const countriesIn = makeCountryFinder(lang, codes, conversionTables.countryAliases);
    const read = makeMeasureReader(conversionTables.measures, countriesIn);
    const normalised = normalise(text);
    const hints = { from: 'message', lang, buyerCountry: brandAs<'CountryCode'>('US') } as const;
    const once = () => read(text, normalised, hints);
    for (let warm = 0; warm < 300; warm += 1) once();
    const median = lowestMedian(once, 3 * AIM);
    console.log(`${lang}: ${median.toFixed(3)} ms for 2,000 characters (aim ${AIM} ms)`);
    expect(median).toBeLessThan(3 * AIM);
  });
});
