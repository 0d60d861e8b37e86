import { describe, expect, it } from 'vitest';
import { detectors } from '@/utils/domain/compliance/detect/detectors';
import { detectorSources } from '@/utils/domain/compliance/detect/searches';
import type { Span } from '@/utils/domain/text/span';

const all = detectors(detectorSources, ['amazon.*', 'dhl.*', '17track.net']);
const find =
  (name: string) =>
  (text: string): readonly Span[] =>
    all.get(name)?.find(text) ?? [];
const findPhones = find('@phone');
const findLinks = find('@link');
const findChatLinks = find('@chat-link');
const findEmails = find('@email');
const findHandles = find('@handle');
const findMoney = find('@money');
const findPlaceholders = find('@placeholder');
const findEmoji = find('@emoji');
const findHtml = find('@html');
const findLineBreaks = find('@line-breaks');

const cut = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end));

describe('@phone', () => {
  it.each([
    '+49 (0)30 5557 0142',
    '030/55570142',
    '06 12 34 56 78',
    '415-555-2671',
    '13812345678',
    '+34.912.345.678',
    '(0755) 8765 4321',
  ])('finds %s', (number) => {
    expect(cut(`call ${number} now`, findPhones(`call ${number} now`))).toEqual([number]);
  });

  it.each([
    'order 113-4410027-8812345',
    'order 8123456789012345',
    'parcel lp00123456789012',
    'parcel cp771203945fr',
    'on 2026-11-21 10:30:00',
    'on 21.11.2026',
    '110-240 v, 50/60 hz',
    'size 36 37 38 39 40 41',
    'host 192.168.178.101',
    'eur 1.234.567,00',
    '12000 mah 1920x1080',
    'model ab-1234567-x',
  ])('passes over %s', (text) => {
    expect(findPhones(text)).toEqual([]);
  });
});

describe('@link', () => {
  it.each([
    'https://shop.example/a?b=c',
    'www.lamp.example',
    'lamp-shop.com',
    'http://amazon.evil.com',
    'amazon-deals.com',
  ])('finds %s', (link) => {
    expect(cut(`see ${link}, please`, findLinks(`see ${link}, please`))).toEqual([link]);
  });

  it.each([
    'https://www.amazon.co.uk/dp/1',
    'amazon.de',
    'https://t.17track.net/en',
    'arrived.it is',
    'manual.pdf',
    'a@b.com',
  ])('passes over %s', (text) => {
    expect(findLinks(text)).toEqual([]);
  });

  it('leaves chat links to the messenger rule', () => {
    expect(findLinks('https://wa.me/49151')).toEqual([]);
    expect(cut('at t.me/lamp now', findChatLinks('at t.me/lamp now'))).toEqual(['t.me/lamp']);
  });
});

describe('@email', () => {
  it('finds addresses, also written out', () => {
    const text = 'a.b@c-d.com or lamp (at) gmail (dot) com';
    expect(cut(text, findEmails(text))).toEqual(['a.b@c-d.com', 'lamp (at) gmail (dot) com']);
  });

  it('passes over the relay addresses of the marketplace', () => {
    expect(findEmails('x1y2@marketplace.amazon.de')).toEqual([]);
  });
});

describe('@handle and @money', () => {
  it('find account names and amounts', () => {
    expect(cut('@kettle_li or lamp88 or lamp', findHandles('@kettle_li or lamp88 or lamp'))).toEqual([
      '@kettle_li',
      'lamp88',
    ]);
    expect(cut('8 dollar, €5, 5元, 5 kg', findMoney('8 dollar, €5, 5元, 5 kg'))).toEqual(['8 dollar', '€5', '5元']);
  });
});

describe('format detectors', () => {
  it('find slots nobody filled', () => {
    const text = '{{name}} [Order Number] <buyer> %s XXX ___ ⟦date⟧ ${x} 【订单号】';
    expect(cut(text, findPlaceholders(text)).sort()).toEqual(
      ['{{name}}', '[Order Number]', '<buyer>', '%s', 'XXX', '___', '⟦date⟧', '${x}', '【订单号】'].sort(),
    );
  });

  it('pass over tags, sizes, notes and marks of important mail', () => {
    expect(findPlaceholders('[Important] [1] XXL <b>bold</b> 100% sure [sic]')).toEqual([]);
  });

  it('find emoji as one place a run, skin tones and joined ones included', () => {
    expect(cut('ok 👍🏽 👩‍🔧 ❤️ 1️⃣ 🇩🇪', findEmoji('ok 👍🏽 👩‍🔧 ❤️ 1️⃣ 🇩🇪'))).toEqual(['👍🏽 👩‍🔧 ❤️ 1️⃣ 🇩🇪']);
    expect(findEmoji('™ ® © ✓ ✔ • → 5* #1')).toEqual([]);
  });

  it('find tags and three line breaks in a row', () => {
    expect(cut('<b>a</b> < 5 > 3', findHtml('<b>a</b> < 5 > 3'))).toEqual(['<b>', '</b>']);
    expect(findLineBreaks('a\n\nb')).toEqual([]);
    expect(findLineBreaks('a\n \n\nb')).toHaveLength(1);
  });
});
