import { describe, expect, it } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { detectLanguage } from '@/utils/domain/text/detect';
import { segmentSentences } from '@/utils/domain/text/segment';

describe('detectLanguage', () => {
  it.each([
    ['Where is my package? I ordered two weeks ago.', 'en'],
    ['Ich habe mein Paket immer noch nicht erhalten', 'de'],
    ['¿Cuándo va a llegar mi pedido?', 'es'],
    ['Quando chega a minha encomenda?', 'pt'],
    ["Je n'ai toujours pas reçu mon colis", 'fr'],
    ['Non ho ancora ricevuto il pacco', 'it'],
    ['Ik heb mijn pakket nog steeds niet ontvangen', 'nl'],
    ['Gdzie jest moja paczka?', 'pl'],
    ['Siparişim hâlâ gelmedi', 'tr'],
    ['Где мой заказ?', 'ru'],
    ['أين طلبي؟', 'ar'],
    ['我的包裹还没到', 'zh'],
    ['荷物がまだ届きません', 'ja'],
    ['택배가 아직 안 왔어요', 'ko'],
  ])('names the language of "%s" and is sure of it', (text, lang) => {
    expect(detectLanguage(text)).toMatchObject({ lang, sure: true });
  });

  it('reads German written without umlauts and in lower case', () => {
    expect(detectLanguage('koennen sie mir bitte eine rechnung schicken')).toMatchObject({ lang: 'de', sure: true });
  });

  it.each(['', '   ', '👍👍', '12345', '!!!', '⭐⭐⭐⭐⭐', '112-1234567-1234567'])(
    'is not sure about "%s"',
    (text) => {
      expect(detectLanguage(text).sure).toBe(false);
    },
  );

  it('falls back on the country when the text says nothing', () => {
    expect(detectLanguage('👍', { prior: brandAs('JP') })).toEqual({ lang: 'ja', confidence: 0, sure: false });
  });

  it('lets what the page says break a tie', () => {
    expect(detectLanguage('Hallo', { pageSays: 'nl-NL' }).lang).toBe('nl');
    expect(detectLanguage('Hallo', { prior: brandAs('DE') }).lang).toBe('de');
  });

  it('does not let the country overrule clear text', () => {
    expect(detectLanguage('Could you please tell me where my order is?', { prior: brandAs('DE') }).lang).toBe('en');
  });

  it('does not mistake a Latin brand name in Chinese text for another language', () => {
    expect(detectLanguage('这个兼容iPhone 14 Pro Max吗').lang).toBe('zh');
  });

  it('names Ukrainian instead of taking it for Russian', () => {
    expect(detectLanguage('Коли приїде моє замовлення?').lang).toBe('uk');
  });
});

describe('segmentSentences', () => {
  const sentences = (text: string) => segmentSentences(text).map(({ start, end }) => text.slice(start, end));

  it('splits at stops, question marks and line breaks', () => {
    expect(sentences('Hi there! Where is it?  I am waiting.\nThanks')).toEqual([
      'Hi there!',
      'Where is it?',
      'I am waiting.',
      'Thanks',
    ]);
  });

  it('keeps decimals and single-letter abbreviations together', () => {
    expect(sentences('Size 5.5 fits, z. B. for my son. Right?')).toEqual([
      'Size 5.5 fits, z. B. for my son.',
      'Right?',
    ]);
  });

  it('splits Chinese without spaces', () => {
    expect(sentences('你好。我的包裹呢？谢谢')).toEqual(['你好。', '我的包裹呢？', '谢谢']);
  });

  it('finds no sentence in white space', () => {
    expect(sentences(' \n ')).toEqual([]);
  });
});
