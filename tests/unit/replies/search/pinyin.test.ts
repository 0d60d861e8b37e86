import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPinyin } from '@/utils/domain/replies/search/pinyin';
import { pinyin } from './shelf';

const matches = (query: string, text: string, mode: 'any' | 'whole' = 'any') =>
  pinyin.matcher(query, mode)?.matches(pinyin.read(text)) ?? false;

describe('pinyin', () => {
  it.each(['tuikuan', 'tuik', 'tk', 'tkuan', 'tui kuan', "tui'kuan", 'TUIKUAN', 'kuan', 'k'])(
    'finds 退款 by %s',
    (query) => expect(matches(query, '申请退款')).toBe(true),
  );

  it.each(['tukuan', 'kuantui', 'ui', 'an', 'tuikuann'])('does not find 退款 by %s', (query) =>
    expect(matches(query, '退款')).toBe(false),
  );

  it('knows every reading of a character', () => {
    expect(matches('chongxin', '重新') && matches('zhongxin', '重新')).toBe(true);
    expect(matches('zx', '重新') && matches('cx', '重新') && matches('zhx', '重新')).toBe(true);
  });

  it('takes ü as input methods do, and as it is', () => {
    expect(matches('lvse', '绿色') && matches('lüse', '绿色')).toBe(true);
  });

  it('asks for whole syllables where texts are long, all but the last', () => {
    expect(matches('tuik', '退款', 'whole')).toBe(true);
    expect(matches('tk', '退款', 'whole')).toBe(false);
  });

  it('is nothing that holds other letters, or too many', () => {
    expect(pinyin.matcher('退款', 'any')).toBeNull();
    expect(pinyin.matcher('año', 'any')).toBeNull();
    expect(pinyin.matcher('a'.repeat(31), 'any')).toBeNull();
    expect(pinyin.matcher('', 'any')).toBeNull();
  });

  it('is refused with a table that does not fit', () => {
    expect(createPinyin(null)).toBeNull();
    expect(createPinyin({ syllables: { 'x!': '西' } })).toBeNull();
  });

  it('finds every text by all its own first readings, and by its first letters', () => {
    const han = fc.array(fc.constantFrom(...'退款物流订单包裹延误补发尺码地址请您谢谢'), {
      minLength: 1,
      maxLength: 9,
    });
    const readings = (text: string) => [...pinyin.initials(pinyin.read(text))].join('');
    fc.assert(
      fc.property(han, (characters) => {
        const text = characters.join('');
        expect(matches(readings(text), `买家${text}了`)).toBe(true);
      }),
    );
  });

  it('ends soon, whatever was typed about whatever stands there', () => {
    const text = pinyin.read('安啊哦额恩昂'.repeat(400));
    const before = performance.now();
    for (const query of ['a'.repeat(30), 'an'.repeat(15), 'ang'.repeat(10)])
      pinyin.matcher(query, 'any')?.matches(text);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
