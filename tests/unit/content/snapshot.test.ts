import { describe, expect, it } from 'vitest';
import {
  directionOf,
  lastBuyerMessage,
  shownTranslation,
  signatureOf,
  type Snapshot,
} from '@/components/content/session/snapshot';
import { brandAs } from '@/utils/domain/ids';
import type { Bubble, Thread } from '@/utils/marketplaces/contract';

const buyer = (text: string): Bubble => ({ side: 'buyer', text });
const seller = (text: string): Bubble => ({ side: 'seller', text });
const note = (text: string): Bubble => ({ side: 'note', text });
const aThread = (...bubbles: Bubble[]): Thread => ({ key: brandAs<'ThreadKey'>('case:1'), bubbles });
const aSnapshot = (thread: Thread | null, change: Partial<Snapshot> = {}): Snapshot => ({
  page: 'thread',
  thread,
  order: null,
  country: undefined,
  shop: {},
  composer: null,
  composerState: 'missing',
  fields: [],
  readMs: 1,
  ...change,
});

describe("the buyer's last message", () => {
  it('is every bubble since our last one, as one text', () => {
    const thread = aThread(buyer('old'), seller('answer'), buyer('hello'), buyer('where is my parcel?'));
    expect(lastBuyerMessage(thread)?.text).toBe('hello\nwhere is my parcel?');
  });

  it('is still known after we have answered', () => {
    expect(lastBuyerMessage(aThread(buyer('where is it?'), seller('on its way')))?.text).toBe('where is it?');
  });

  it('leaves out pictures and is nothing when there is no text at all', () => {
    expect(lastBuyerMessage(aThread(buyer('look'), buyer('')))?.text).toBe('look');
    expect(lastBuyerMessage(aThread(buyer(''), note('recalled')))).toBeNull();
    expect(lastBuyerMessage(aThread())).toBeNull();
  });

  it('is cut where nobody types any more', () => {
    expect(lastBuyerMessage(aThread(buyer('x'.repeat(100_000))))?.text).toHaveLength(20_000);
  });

  it('takes at most the last six bubbles', () => {
    const many = Array.from({ length: 9 }, (_, index) => buyer(String(index)));
    expect(lastBuyerMessage(aThread(...many))?.text).toBe('3\n4\n5\n6\n7\n8');
  });
});

describe('the direction of a message', () => {
  it('is a reply when the last word is the buyer’s, whatever notices follow', () => {
    expect(directionOf(aSnapshot(aThread(seller('hi'), buyer('?'), note('cancelled'))))).toBe('reply');
    expect(directionOf(aSnapshot(aThread(buyer('?'), seller('hi'))))).toBe('proactive');
  });

  it('is proactive on a contact page and without a conversation', () => {
    expect(directionOf(aSnapshot(aThread(buyer('?')), { page: 'contact' }))).toBe('proactive');
    expect(directionOf(aSnapshot(null))).toBe('proactive');
  });
});

describe('the platform’s translation', () => {
  const translated = (text: string, translation: string): Bubble => ({
    side: 'buyer',
    text,
    platformTranslation: { text: translation, by: 'AliExpress' },
  });

  it('stands beside the last words, under its name', () => {
    const thread = aThread(translated('hola', 'hello'), translated('¿dónde está?', 'where is it?'));
    expect(shownTranslation(thread)).toEqual({ text: 'hello\nwhere is it?', by: 'AliExpress' });
  });

  it('is left out where it covers a part only, and where there is none', () => {
    expect(shownTranslation(aThread(translated('hola', 'hello'), buyer('¿dónde está?')))).toBeNull();
    expect(shownTranslation(aThread(buyer('hola')))).toBeNull();
    expect(shownTranslation(aThread())).toBeNull();
  });
});

describe('the signature of a page', () => {
  const order = {
    orderId: brandAs<'OrderId'>('999-1'),
    items: [],
    readAt: brandAs<'Instant'>('2026-11-21T10:00:00.000Z'),
  };

  it('changes with the conversation, its last message and the order', () => {
    const first = signatureOf(aSnapshot(aThread(buyer('a'))));
    expect(signatureOf(aSnapshot(aThread(buyer('b'))))).not.toBe(first);
    expect(signatureOf(aSnapshot(aThread(buyer('a')), { order }))).not.toBe(first);
  });

  it('does not change with the time the page was read', () => {
    const later = { ...order, readAt: brandAs<'Instant'>('2026-11-21T10:00:05.000Z') };
    const thread = aThread(buyer('a'));
    expect(signatureOf(aSnapshot(thread, { order }))).toBe(signatureOf(aSnapshot(thread, { order: later })));
  });
});
