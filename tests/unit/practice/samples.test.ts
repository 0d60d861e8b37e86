// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { practiceSamples } from '@/utils/app/practice/samples';
import { readSamples, type PracticeSample } from '@/utils/domain/practice/sample';
import { detectLanguage, SHIPPED_LANGS } from '@/utils/domain/text/detect';

const now = new Date('2026-03-02T12:00:00.000Z');
const samples = practiceSamples(now);

const lastWords = ({ messages }: PracticeSample): string =>
  messages.findLast(({ from }) => from === 'buyer')?.text ?? '';

describe('the sample buyers', () => {
  it('are 40, each once, on both marketplaces', () => {
    expect(samples).toHaveLength(40);
    expect(new Set(samples.map(({ id }) => id)).size).toBe(40);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(40);
    const amazon = samples.filter(({ market }) => market === 'amazon').length;
    expect(amazon).toBeGreaterThanOrEqual(12);
    expect(amazon).toBeLessThanOrEqual(28);
  });

  it('write in every language Parley replies in, two or more each', () => {
    for (const lang of SHIPPED_LANGS)
      expect(samples.filter((sample) => sample.lang === lang).length, lang).toBeGreaterThanOrEqual(2);
  });

  it.each(samples.map((sample) => [sample.id, sample] as const))('%s is told by its language', (_id, sample) => {
    expect(detectLanguage(lastWords(sample))).toMatchObject({ lang: sample.lang, sure: true });
  });

  it('have an order or a product, and orders whose days follow one another', () => {
    for (const { id, order, product } of samples) {
      expect(product, id).not.toBe('');
      if (!order) continue;
      const days = [order.orderedOn, order.shippedOn, order.deliveredOn].filter((day) => day !== undefined);
      expect(days, id).toEqual([...days].sort());
    }
    const numbers = samples.flatMap(({ order }) => order?.orderId ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('begin with the German one of the lesson, whose parcel is late on every day', () => {
    const [first] = samples;
    expect(first?.lang).toBe('de');
    expect(first?.order?.promisedOn).toBe('2026-02-28');
  });

  it('are refused when a file is not what it should be', () => {
    expect(() => readSamples({ lang: 'de', samples: [{ id: 'de-x' }] }, now)).toThrow();
  });
});
