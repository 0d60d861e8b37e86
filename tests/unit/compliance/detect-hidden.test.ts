import { describe, expect, it } from 'vitest';
import { detectors } from '@/utils/domain/compliance/detect/detectors';
import { detectorSources } from '@/utils/domain/compliance/detect/searches';
import { normalise } from '@/utils/domain/text/normalise';

const all = detectors(detectorSources, ['amazon.*']);
const find = (name: string, text: string): readonly string[] => {
  const detector = all.get(name);
  if (!detector) throw new Error(`no detector ${name}`);
  const read = detector.reads === 'original' ? text : normalise(text).text;
  return detector.find(read).map(({ start, end }) => read.slice(start, end));
};

describe('@obfuscated', () => {
  it.each([
    ['wh@tsapp', 'add me on wh@tsapp please'],
    ['what s app', 'write to my what s app'],
    ["what's app", 'we use What’s App'],
    ['w h a t s a p p', 'W H A T S A P P'],
    ['te1egram', 'te1egram'],
    ['t.e.l.e.g.r.a.m', 't.e.l.e.g.r.a.m'],
    ['wh\u0430tsapp', 'wh\u0430tsapp with a Cyrillic letter'],
    ['gm@il', 'my gm@il'],
    ['gmail dot com', 'gmail dot com'],
    ['lampe (punkt) de', 'lampe (punkt) de'],
    ['qq点com', 'qq点com'],
    ['www. lamp-shop .com', 'www. lamp-shop .com'],
    ['zero one five one two three four', 'zero one five one two three four'],
    ['null eins funf eins zwei drei vier', 'null eins fünf eins zwei drei vier'],
    ['一三八一二三四五六七八', '一三八一二三四五六七八'],
    ['0 1 5 1 2 3 4 5 6 7 8', '0 1 5 1 2 3 4 5 6 7 8'],
  ])('finds %s', (found, text) => expect(find('@obfuscated', text)).toEqual([found]));

  it.each([
    'we chat here about it',
    'WhatsApp',
    'Telegram channel',
    'at this point come back to us',
    'sur ce point de vente',
    'el punto de recogida',
    'sizes 1 2 3 4 5 6 7 8 9 are in stock',
    'order 113-4410027-8812345',
    '二〇二六年十一月二十一日',
    'one or two days, three at most',
    '110-240 V, 50/60 Hz, 1.5 m',
    'tracking LB 123 456 789 CN',
  ])('passes over %s', (text) => expect(find('@obfuscated', text)).toEqual([]));
});

describe('@insecure-link', () => {
  it.each([
    ['http://lamp.example/a', 'see http://lamp.example/a.'],
    ['bit.ly/3xyz', 'see bit.ly/3xyz'],
    ['https://192.168.1.5/x', 'https://192.168.1.5/x'],
  ])('finds %s', (found, text) => expect(find('@insecure-link', text)).toEqual([found]));
  it.each(['https://www.amazon.de/gp/help', 'habit.ly is no link', '24/7'])('passes over %s', (text) =>
    expect(find('@insecure-link', text)).toEqual([]),
  );
});

describe('@street', () => {
  it.each([
    'ship to 12 Baker Street',
    'Musterstraße 12',
    'calle Mayor 5',
    '12 rue de la Paix',
    'via Roma 14',
    'rua das Flores, 120',
    'ул. Ленина, д. 5',
    '中山路12号',
    '渋谷1丁目2番地',
  ])('finds %s', (text) => expect(find('@street', text).length).toBeGreaterThan(0));
  it.each(['via e-mail', '2 in stock', 'size 38', 'el corso'])('passes over %s', (text) =>
    expect(find('@street', text)).toEqual([]),
  );
});

describe('signs', () => {
  it.each([
    ['@shouting', 'THIS IS VERY IMPORTANT', ['THIS IS VERY IMPORTANT']],
    ['@shouting', 'ОЧЕНЬ ВАЖНОЕ СООБЩЕНИЕ', ['ОЧЕНЬ ВАЖНОЕ СООБЩЕНИЕ']],
    ['@shouting', 'USB HDMI VGA', []],
    ['@shouting', 'DHL UPS EMS', []],
    ['@shouting', 'We ship with DHL.', []],
    ['@exclamations', 'Great!!!', ['!!!']],
    ['@exclamations', 'Great!!', []],
    ['@decoration', '-----------', ['-----------']],
    ['@decoration', '(*´∀`*)', ['(*´∀`*)']],
    ['@decoration', '(1) first - second', []],
    ['@decoration', '(see photo)', []],
  ])('%s in %s', (name, text, found) => expect(find(name, text)).toEqual(found));

  it('counts a row of one ornament once for the rule', () =>
    expect(new Set(find('@decoration', '★★★★★'))).toEqual(new Set(['★★★★★'])));
});
