import { describe, expect, test } from 'vitest';
import { stateOf } from '@/utils/marketplaces/aliexpress/locale';
import { sideNamed } from '@/utils/marketplaces/aliexpress/locale-dispute';
import { disputeStateOf } from '@/utils/marketplaces/aliexpress/locale-lists';
import { momentOf } from '@/utils/marketplaces/aliexpress/read-rows';
import { shownAmount } from '@/utils/marketplaces/shown-amount';
import { shownClock } from '@/utils/page/shown-clock';
import { shownHours } from '@/utils/page/shown-duration';

describe('states of an order', () => {
  test.each([
    ['等待买家付款', 'unpaid'],
    ['等待仓库发货', 'unshipped'],
    ['部分发货', 'unshipped'],
    ['等待买家收货', 'shipped'],
    ['交易成功', 'completed'],
    ['已关闭', 'cancelled'],
    ['Awaiting shipment', 'unshipped'],
    ['Shipped', 'shipped'],
    ['Unshipped', 'unshipped'],
    ['En attente de paiement', 'unpaid'],
    ["En attente d'expédition", 'unshipped'],
    ['Livré', 'delivered'],
    ['Versand ausstehend', 'unshipped'],
    ['Abgeschlossen', 'completed'],
    ['In attesa di spedizione', 'unshipped'],
    ['Annullato', 'cancelled'],
    ['Oczekuje na wysyłkę', 'unshipped'],
    ['Wacht op betaling', 'unpaid'],
    ['Спор открыт', 'disputed'],
    ['受取待ち', 'shipped'],
    ['환불 완료', 'refunded'],
  ])('%s is %s', (text, state) => expect(stateOf(text)).toBe(state));

  test('a text without a state has none', () => expect(stateOf('Ceramic vase')).toBeUndefined());
});

describe('words of a dispute', () => {
  test.each([
    ['等待卖家响应', 'waiting-for-seller'],
    ['Waiting for seller response', 'waiting-for-seller'],
    ['Esperando respuesta del vendedor', 'waiting-for-seller'],
    ['En attente de la réponse du vendeur', 'waiting-for-seller'],
    ['Warten auf Antwort des Käufers', 'waiting-for-buyer'],
    ['In attesa della risposta del venditore', 'waiting-for-seller'],
    ['平台处理中', 'with-marketplace'],
    ['Litige terminé', 'closed'],
    ['Zamknięty', 'closed'],
  ])('%s is %s', (text, state) => expect(disputeStateOf(text)).toBe(state));

  test.each([
    ['Buyer', 'buyer'],
    ['买家：', 'buyer'],
    ['Vendeur', 'seller'],
    ['平台客服', 'note'],
    ['Système', 'note'],
    ['고객센터', 'note'],
  ])('%s speaks as %s', (label, side) => expect(sideNamed(label)).toBe(side));

  test('a name is nobody', () => expect(sideNamed('Maria')).toBeUndefined());
});

describe('amounts', () => {
  test.each([
    ['US $23.10', 23.1, 'USD'],
    ['CN￥19.80', 19.8, 'CNY'],
    ['￥19.80', 19.8, 'CNY'],
    ['€ 1.234,50', 1234.5, 'EUR'],
    ['1 234,50 €', 1234.5, 'EUR'],
    ['R$ 23,10', 23.1, 'BRL'],
    ['₩12,000', 12000, 'KRW'],
    ['\u200f٢٣٫١٠ US$', 23.1, 'USD'],
    ['23.10 USD', 23.1, 'USD'],
  ])('%s', (text, value, currency) => expect(shownAmount(text)).toEqual({ value, currency }));

  test.each(['23.10', 'Type A, 100-240 V', 'USB $ adapter 3 in 1', '9992000000000000095', ''])('%s is none', (text) =>
    expect(shownAmount(text)).toBeUndefined(),
  );
});

describe('times of a row', () => {
  test.each([
    ['15:20', 'zh-CN', 15, 20],
    ['3:20 PM', 'en', 15, 20],
    ['12:05 AM', 'en', 0, 5],
    ['오후 03:20', 'ko', 15, 20],
    ['下午3:20', 'zh-CN', 15, 20],
    ['٠٣:٢٠ م', 'ar', 15, 20],
  ])('%s', (text, lang, hour, minute) => expect(shownClock(text, lang)).toEqual({ hour, minute }));

  test.each(['25:10', '15:70', '2026-11-20', '3 min'])('%s is no time of day', (text) =>
    expect(shownClock(text, 'en')).toBeUndefined(),
  );

  const now = new Date(2026, 10, 21, 15, 20);

  test('a time of day is one of today', () =>
    expect(momentOf('14:05', 'zh-CN', now)).toBe(new Date(2026, 10, 21, 14, 5).toISOString()));

  test('a day with a time is that moment', () =>
    expect(momentOf('2026-11-20 23:50', 'zh-CN', now)).toBe(new Date(2026, 10, 20, 23, 50).toISOString()));

  test.each(['18:00', '2026-11-20', 'Yesterday', 'Yesterday, about the order 14:05'])('%s says no moment', (text) =>
    expect(momentOf(text, 'en', now)).toBeUndefined(),
  );
});

describe('countdowns', () => {
  test.each([
    ['剩余 2天4小时', 52],
    ['2 d 4 h left', 52],
    ['осталось 2 дн. 4 ч.', 52],
    ['残り2日4時間', 52],
    ['2일 4시간 남음', 52],
    ['متبقي ٢ يوم ٤ ساعة', 52],
    ['2 gün 4 saat kaldı', 52],
    ['encore 2 jours 4 heures', 52],
    ['noch 5 Stunden', 5],
  ])('%s', (text, hours) => expect(shownHours(text)).toBe(hours));

  test.each(['2026年11月21日', 'x 2', 'Not received'])('%s is none', (text) =>
    expect(shownHours(text)).toBeUndefined(),
  );
});
