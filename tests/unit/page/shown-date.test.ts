import { describe, expect, test } from 'vitest';
import { countryNamed } from '@/utils/page/country-name';
import { splitTranslation } from '@/utils/page/inline-translation';
import { isTimeStamp, shownDays } from '@/utils/page/shown-date';

describe('dates as pages show them', () => {
  test.each([
    ['en-US', 'Thu, Dec 5, 2019', '2019-12-05'],
    ['en-GB', 'Thu, 5 Dec 2019', '2019-12-05'],
    ['ja', '2021年5月19日(水) 23:45 JST', '2021-05-19'],
    ['de', 'Do., 5. Dez. 2019', '2019-12-05'],
    ['es', 'jue, 5 dic 2019', '2019-12-05'],
    ['es', '5 de diciembre de 2019', '2019-12-05'],
    ['zh-CN', '2026年11月2日周一', '2026-11-02'],
    ['ar', 'الخميس، ٥ ديسمبر ٢٠١٩', '2019-12-05'],
    ['ar', '٢٠‏/١١‏/٢٠٢٦، ٣:٢٠ م', '2026-11-20'],
    ['en-US', '12/05/2019', '2019-12-05'],
    ['en-GB', '05/12/2019', '2019-12-05'],
    ['en-US', '25/12/2019', '2019-12-25'],
  ])('%s: %s', (lang, text, day) => expect(shownDays(text, lang)).toEqual([day]));

  test('a range gives both days in order', () => {
    expect(shownDays('Tue, Dec 10, 2019 to Fri, Dec 13, 2019', 'en-US')).toEqual(['2019-12-10', '2019-12-13']);
  });

  test.each(['Currently unavailable', '31 Feb 2026', 'Dec 5', '999-1000001-0000001'])('"%s" is no date', (text) => {
    expect(shownDays(text, 'en')).toEqual([]);
  });

  test.each(['Nov 20, 2026, 3:20 PM', '3:20 PM', '2026/11/20 15:20'])('"%s" is a time stamp', (text) => {
    expect(isTimeStamp(text, 'en-US')).toBe(true);
  });

  test.each(['I ordered on Nov 20, 2026', 'Size 38', 'LP00999999999095', 'Meet at 10:30 tomorrow?'])(
    '"%s" is none',
    (text) => {
      expect(isTimeStamp(text, 'en-US')).toBe(false);
    },
  );
});

describe('country names', () => {
  test.each([
    ['法国', 'zh-CN', 'FR'],
    ['Germany', 'en', 'DE'],
    ['Deutschland', 'en', 'DE'],
    ['Russian Federation', 'en', 'RU'],
    ['KR', 'zh-CN', 'KR'],
  ])('%s is %s', (name, lang, code) => expect(countryNamed(name, lang)).toBe(code));

  test('a name nobody knows is no country', () => {
    expect(countryNamed('Atlantis', 'en')).toBeUndefined();
    expect(countryNamed('QQ', 'en')).toBeUndefined();
  });
});

describe('original and translation in one text', () => {
  test('are parted at the change of script', () => {
    expect(splitTranslation(['Где заказ?', 'Спасибо', '订单在哪里？谢谢'])).toEqual({
      original: 'Где заказ?\nСпасибо',
      translation: '订单在哪里？谢谢',
    });
  });

  test('are parted in the middle when both are in one script', () => {
    expect(splitTranslation(['Hola', 'Gracias', 'Hello', 'Thanks'])?.translation).toBe('Hello\nThanks');
  });

  test('a single line is not parted', () => {
    expect(splitTranslation(['Hola'])).toBeUndefined();
  });
});
