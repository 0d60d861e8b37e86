import { describe, expect, test } from 'vitest';
import {
  ALREADY_ASKED,
  AMOUNT_LABEL,
  BUYER_LABEL,
  DUE_LABEL,
  EVENT_DATE,
  eventStateOf,
  needsResponse,
  OUTSIDE_WINDOW,
  REASON_LABEL,
  reviewerIn,
  STARS_OF_FIVE,
  TOTAL_LABEL,
  TRACKING_LABEL,
  TRY_LATER,
  VARIANT_LABEL,
} from '@/utils/marketplaces/amazon/list-words';
import {
  LANGUAGE_LABEL,
  nameInHeading,
  OWN_NAME,
  reasonOf,
  SHOW_ORIGINAL,
  TRANSLATED_BY,
} from '@/utils/marketplaces/amazon/locale';
import {
  CARRIER_LABEL,
  DATE_LABELS,
  QUANTITY_LABEL,
  stateOf,
  STATUS_LABEL,
} from '@/utils/marketplaces/amazon/order-words';
import { fulfilmentIn } from '@/utils/marketplaces/amazon/read-order';
import { eventWords } from '../../replica/amazon/event-words';
import { orderWords } from '../../replica/amazon/order-words';
import { reviewWords } from '../../replica/amazon/review-words';
import { pageLabels } from '../../replica/labels';

const LOCS = ['en', 'de', 'fr', 'it', 'es', 'pt_BR', 'ja', 'zh_CN', 'ko', 'ar', 'tr', 'pl', 'nl', 'sv'] as const;

const dateField = (label: string): string | undefined =>
  Object.entries(DATE_LABELS).find(([, words]) => words.test(label))?.[0];

describe.each(LOCS)('the words of Seller Central in %s', (loc) => {
  const labels = pageLabels[loc];
  const order = orderWords(loc);
  const event = eventWords(loc);
  const review = reviewWords(loc);

  test('name the states of an order', () => {
    for (const [state, words] of Object.entries(labels.states)) expect([words, stateOf(words)]).toEqual([words, state]);
  });

  test('tell the dates of an order apart', () => {
    expect(
      [labels.deliverBy, labels.shipped, labels.delivered, order.delivered, labels.ordered].map(dateField),
    ).toEqual(['promisedOn', 'shippedOn', 'deliveredOn', 'deliveredOn', 'orderedOn']);
    // Until when the seller must ship, and how, is no date of the parcel.
    expect([order.shipBy, order.service].map(dateField)).toEqual([undefined, undefined]);
  });

  test('label the facts of an order', () => {
    const facts: readonly (readonly [RegExp, string])[] = [
      [STATUS_LABEL, labels.status],
      [CARRIER_LABEL, labels.carrier],
      [QUANTITY_LABEL, labels.quantity],
      [TOTAL_LABEL, order.grandTotal],
      [TRACKING_LABEL, order.tracking],
      [VARIANT_LABEL, order.customisations],
      [BUYER_LABEL, order.buyerName],
      [BUYER_LABEL, order.contactBuyer],
    ];
    for (const [words, label] of facts) expect([label, words.test(label)]).toEqual([label, true]);
    expect(TOTAL_LABEL.test(order.subtotal)).toBe(false);
    for (const label of [order.email, order.buyerFeedback, labels.language])
      expect(BUYER_LABEL.test(label)).toBe(false);
    expect(fulfilmentIn([{ label: labels.fulfilment, value: labels.bySeller }], '')).toBe('own');
    expect(fulfilmentIn([{ label: labels.fulfilment, value: labels.byAmazon }], '')).toBe('marketplace');
  });

  test('say whose turn it is', () => {
    const states = [
      event.awaiting,
      event.claimWaiting,
      event.authorised,
      event.claimReview,
      event.completed,
      event.claimClosed,
    ];
    expect(states.map(eventStateOf)).toEqual([
      'waiting-for-seller',
      'waiting-for-seller',
      'waiting-for-buyer',
      'with-marketplace',
      'closed',
      'closed',
    ]);
    expect(needsResponse(labels.responseNeeded)).toBe(true);
    for (const other of [labels.filters[0], labels.filters[2], labels.filters[3], labels.noResponseNeeded])
      expect([other, needsResponse(other)]).toEqual([other, false]);
  });

  test('label the facts of an event', () => {
    expect([
      EVENT_DATE.test(event.requested),
      DUE_LABEL.test(event.respondBy),
      DUE_LABEL.test(event.requested),
    ]).toEqual([true, true, false]);
    expect([REASON_LABEL.test(event.reason), AMOUNT_LABEL.test(event.claimAmount)]).toEqual([true, true]);
    expect(reviewerIn(event.reviewBy.replace('{name}', 'Ana María').replace('{date}', ''))).toBe('Ana María');
  });

  test('tell one refusal from another', () => {
    expect([
      ALREADY_ASKED.test(review.already),
      OUTSIDE_WINDOW.test(review.window),
      TRY_LATER.test(review.retry),
    ]).toEqual([true, true, true]);
    for (const other of [review.cancelled, review.refunded, review.notNow, labels.optedOut])
      expect([other, ALREADY_ASKED.test(other), OUTSIDE_WINDOW.test(other), TRY_LATER.test(other)]).toEqual([
        other,
        false,
        false,
        false,
      ]);
    expect(ALREADY_ASKED.test(review.window)).toBe(false);
  });

  test('read the conversation and the contact page', () => {
    expect([LANGUAGE_LABEL.test(labels.language), OWN_NAME.test(labels.you)]).toEqual([true, true]);
    expect([TRANSLATED_BY.test(labels.translatedBy), SHOW_ORIGINAL.test(labels.showOriginal)]).toEqual([true, true]);
    expect(labels.reasons.map(reasonOf)).toEqual([
      'order-detail',
      'shipping-problem',
      'customisation',
      'return',
      'other',
    ]);
    expect(nameInHeading(`${labels.contactTitle} Ana`)).toBe('Ana');
  });
});

describe('other words for the same', () => {
  test.each([
    ['Unshipped', 'unshipped'], ['Awaiting shipment', 'unshipped'], ['Versand ausstehend', 'unshipped'], ['Pas encore expédié', 'unshipped'],
    ['Out: shipped', 'shipped'], ['Versendet', 'shipped'], ['出荷完了', 'shipped'], ['발송 완료', 'shipped'], ['Verzonden', 'shipped'],
    ['Zugestellt', 'delivered'], ['配達完了', 'delivered'], ['배송 완료', 'delivered'], ['已签收', 'delivered'], ['تم التوصيل', 'delivered'],
    ['Canceled', 'cancelled'], ['Annulée', 'cancelled'], ['İptal edildi', 'cancelled'], ['Refunded', 'refunded'], ['İade edildi', 'refunded'],
  ] as const)('%s is %s', (words, state) => expect(stateOf(words)).toBe(state)); // prettier-ignore

  test.each([
    ['Waiting for seller response', 'waiting-for-seller'], ['Antwort erforderlich', 'waiting-for-seller'], ['En attente de votre réponse', 'waiting-for-seller'],
    ['Authorized', 'waiting-for-buyer'], ['Wartet auf Käufer', 'waiting-for-buyer'], ['等待买家', 'waiting-for-buyer'],
    ['Under investigation', 'with-marketplace'], ['調査中', 'with-marketplace'], ['In behandeling', 'with-marketplace'],
    ['Claim granted', 'closed'], ['Geschlossen', 'closed'], ['已结案', 'closed'], ['Zamknięta', 'closed'], ['Completed', 'closed'],
  ] as const)('%s is %s', (words, state) => expect(eventStateOf(words)).toBe(state)); // prettier-ignore

  test.each([
    ['4 out of 5 stars', 4], ['4.0 out of 5', 4], ['3 von 5 Sternen', 3], ['5 sur 5', 5], ['2 de 5 estrellas', 2], ['5つ星のうち4.0', 4],
    ['1 z 5 gwiazdek', 1], ['3 av 5', 3], ['5점 만점에 2', 2], ['4/5', 4],
  ] as const)('%s are %i stars', (words, stars) => {
    const [, before, after] = STARS_OF_FIVE.exec(words) ?? [];
    expect(Number(before ?? after)).toBe(stars);
  }); // prettier-ignore
});
