import { describe, expect, it } from 'vitest';
import { asTemplateText } from '@/utils/domain/replies/learn/template-text';
import { vocabularyOf } from '@/utils/domain/replies/learn/vocabulary';
import { shippedTemplates } from '../catalogue';
import { aTemplateOf, learntOf } from './learn-builders';

describe('nothing is learnt', () => {
  const plain = 'Wir melden uns bald bei Ihnen.';

  it.each([
    ['an address for mail', 'Schreiben Sie an info@lumen.de bitte.', 'contact'],
    ['a telephone number', 'Rufen Sie 030 5557 0142 an.', 'contact'],
    ['a link', 'Sehen Sie auf www.lumen.de nach.', 'link'],
    ['a bare domain', 'Sehen Sie auf lumen.shop/hilfe nach.', 'link'],
    ['an order number', 'Ihre Nummer ist AB12345.', 'id'],
    ['a number of letters alone', 'Ihre Nummer ist QXWZKJHG.', 'id'],
    ['a year', 'Wir melden uns erst im Jahr 2027.', 'id'],
    ['a number', 'Wir melden uns in 5 Tagen.', 'number'],
    ['a number in other figures', 'Wir melden uns in ５ Tagen.', 'number'],
    ['a street', 'Wir senden es in die Lindenstraße 7.', 'address'],
    ["the buyer's name", 'Wir melden uns bald, liebe Maria.', 'name'],
    ["the buyer's name in small letters", 'Wir melden uns bald, maria.', 'name'],
    ["the buyer's name with an ending", 'Wir haben Marias Paket.', 'name'],
    ["the buyer's family name", 'Wir melden uns bald bei Holm.', 'name'],
    ['another name behind a title', 'Wir melden uns bald bei Frau Weber.', 'name'],
    ['another name in a greeting', 'Hallo Peter, wir melden uns bald bei Ihnen.', 'name'],
    ['two names in a row', 'Wir melden uns bald bei Peter Weber.', 'name'],
    ['a signature', 'Wir melden uns bald bei Ihnen.\nPeter', 'name'],
    ['braces', 'Wir melden uns bald bei {{ buyerName }}.', 'braces'],
    ['one brace', 'Wir melden uns bald {bei Ihnen.', 'braces'],
    ['a tag', 'Wir melden {% raw %} uns.', 'braces'],
    ['an open place', 'Wir melden uns bis ⟦Datum⟧.', 'open-place'],
    ['an endless text', `Wir ${'gern '.repeat(300)}`, 'too-long'],
    ['the word of a value', 'Wir melden uns bald, Ihr Lumen Team.', 'value'],
    ['the month of a value', 'Wir melden uns im Dezember.', 'value'],
    ['the same text', 'Wir melden uns  bald bei Ihnen.', 'unchanged'],
  ])('from %s', (_what, after, kind) => {
    expect(learntOf(plain, after)).toBe(kind);
  });

  it.each([
    ['en', 'We will write soon.', 'We will write to Peter soon.'],
    ['en', 'We will write soon.', 'Hi peter, we will write soon.'],
    ['fr', 'Nous vous écrirons.', 'Cher Dupont, nous vous écrirons.'],
    ['fr', 'Nous vous écrirons.', 'Nous écrirons à Dupont.'],
    ['es', 'Le escribiremos.', 'Le escribiremos, señora López.'],
    ['tr', 'Size yazacağız.', 'Ahmet Bey, size yazacağız.'],
    ['ru', 'Мы напишем.', 'Мы напишем Ивану.'],
    ['zh', '我们会尽快回复。', '王先生，我们会尽快回复。'],
    ['zh', '我们会尽快回复。', '王伟您好，我们会尽快回复。'],
    ['zh', '我们会尽快回复。', '您好，王伟，我们会尽快回复。'],
    ['zh', '我们会尽快回复。', '亲爱的小明，我们会尽快回复。'],
    ['zh', '我们会尽快回复。', '我们会尽快回复 Peter。'],
    ['ja', 'すぐにご連絡いたします。', '田中様にすぐにご連絡いたします。'],
    ['ja', 'すぐにご連絡いたします。', 'たなかさん、すぐにご連絡いたします。'],
    ['ko', '곧 답변드리겠습니다.', '김민수님 곧 답변드리겠습니다.'],
    ['ar', 'سنكتب إليكم قريبًا.', 'مرحبا محمد، سنكتب إليكم قريبًا.'],
    ['ar', 'سنكتب إليكم قريبًا.', 'السيدة فاطمة، سنكتب إليكم قريبًا.'],
  ])('from a name nobody told of (%s, %s → %s)', (lang, source, after) => {
    expect(learntOf(source, after, { lang })).toBe('name');
  });

  it.each([
    ['en', 'We will send it.', 'We will send it to 12 Baker Street.'],
    ['de', 'Wir senden es.', 'Wir senden es an die Goethestr. 12a.'],
    ['fr', 'Nous envoyons.', 'Nous envoyons au 5 bis rue de la paix.'],
    ['es', 'Enviamos.', 'Enviamos a la calle mayor, 7.'],
    ['pt', 'Enviamos.', 'Enviamos para a rua augusta, 100.'],
    ['it', 'Spediamo.', 'Spediamo in via roma 5.'],
    ['nl', 'Wij sturen.', 'Wij sturen naar kerkstraat 8.'],
    ['pl', 'Wysyłamy.', 'Wysyłamy na ul. długa 4.'],
    ['tr', 'Gönderiyoruz.', 'Gönderiyoruz: atatürk caddesi no 5.'],
    ['ru', 'Отправим.', 'Отправим на ул. ленина, 5.'],
    ['ar', 'سنرسل الطلب.', 'سنرسل الطلب إلى شارع النيل 15.'],
    ['zh', '我们会寄出。', '我们会寄到人民路八十号。'],
    ['ja', 'お送りします。', '銀座四丁目にお送りします。'],
    ['ko', '보내 드리겠습니다.', '강남대로 15번길로 보내 드리겠습니다.'],
  ])('from an address (%s: %s → %s)', (lang, source, after) => {
    expect(learntOf(source, after, { lang })).toBe('address');
  });

  it.each([
    ['en', 'The carrier has your parcel.', 'Schulz took your parcel in.'],
    ['de', 'Der Paketdienst hat Ihr Paket.', 'Schulz hat Ihr Paket angenommen.'],
    ['de', 'Der Paketdienst hat Ihr Paket.', 'Ihr Paket hat Schulz angenommen.'],
    ['de', 'Der Paketdienst hat Ihr Paket.', 'Bitte holen Sie Ihr Paket bei Schulz.'],
    ['fr', 'Le transporteur a votre colis.', 'Dupont a pris votre colis.'],
    ['es', 'El transportista tiene su paquete.', 'Ramírez recibió su paquete.'],
    ['pt', 'A transportadora está com o pacote.', 'Oliveira recebeu o pacote.'],
    ['it', 'Il corriere ha il pacco.', 'Bianchi ha preso il pacco.'],
    ['nl', 'De bezorger heeft uw pakket.', 'Jansen heeft uw pakket.'],
    ['pl', 'Przewoźnik ma paczkę.', 'Kowalski odebrał paczkę.'],
    ['tr', 'Paketiniz kargoda.', 'Yılmaz paketinizi aldı.'],
    ['ru', 'Посылка у перевозчика.', 'Сидоров получил посылку.'],
  ])('from a capital letter on a word no reply is written with (%s, %s → %s)', (lang, source, after) => {
    const vocabulary = vocabularyOf(lang, shippedTemplates(), [source, 'angenommen']);
    expect(learntOf(source, after, { lang, vocabulary })).toBe('name');
  });

  it('from a name in the writing of its language', () => {
    const named = (lang: string, source: string, after: string, buyerName: string) =>
      learntOf(source, after, { lang, buyerName, facts: {} });
    expect(named('zh', '我们会尽快回复。', '伟哥，我们会尽快回复。', '王伟')).toBe('name');
    expect(named('ja', 'すぐにご連絡いたします。', '太郎、すぐにご連絡いたします。', '田中 太郎')).toBe('name');
    expect(named('ko', '곧 답변드리겠습니다.', '민수에게 곧 답변드리겠습니다.', '김민수')).toBe('name');
    expect(named('ar', 'سنكتب قريبًا.', 'سنكتب لمحمد قريبًا.', 'محمد علي')).toBe('name');
    expect(named('ru', 'Мы напишем.', 'Анне мы напишем.', 'Анна')).toBe('name');
    expect(named('de', 'Wir schreiben bald.', 'Wir schreiben jose bald.', 'José')).toBe('name');
  });

  it('from the product of the order', () => {
    const orderItems = [{ title: 'Schreibtischlampe', sku: 'lamp-x' }];
    expect(learntOf(plain, 'Wir schicken die Schreibtischlampe bald.', { orderItems })).toBe('product');
    expect(learntOf(plain, 'Wir schicken lamp-x bald.', { orderItems })).toBe('product');
  });

  it('from a value that has no variable in this sentence', () => {
    expect(learntOf(plain, 'Wir melden uns bald, sagt DHL.')).toBe('value');
  });

  it('from a block that is only a value, or became one', () => {
    expect(learntOf('{{ shopName }}', 'Lumen und Anna')).toBe('value-only');
    expect(learntOf('Ihr {{ shopName }}', 'Lumen')).toBe('value-only');
  });

  it('from a block that is not in the template, or was not drafted from it', () => {
    const template = aTemplateOf({ first: 'Eins.' });
    const context = { template, lang: 'de', facts: {}, orderItems: [] };
    const kindOf = (block: string, before: string) => {
      const read = asTemplateText({ block, before, after: 'Drei.' }, context);
      return read.ok ? 'learnt' : read.error.kind;
    };
    expect([kindOf('gone', 'Eins.'), kindOf('first', 'Zwei.')]).toEqual(['unknown-block', 'unknown-block']);
  });
});
