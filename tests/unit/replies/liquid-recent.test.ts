import { describe, expect, it } from 'vitest';
import { createRecent } from '@/utils/domain/replies/recent';

describe('answers kept for those who ask again', () => {
  it('are made once', () => {
    const recent = createRecent<string, number>(10);
    let made = 0;
    for (let time = 0; time < 5; time += 1) recent.get('a', () => (made += 1));
    expect(made).toBe(1);
  });

  it('may be nothing at all', () => {
    const recent = createRecent<string, undefined>(10);
    let made = 0;
    for (let time = 0; time < 5; time += 1) recent.get('a', () => void (made += 1));
    expect(made).toBe(1);
  });

  it('never become more than allowed', () => {
    const recent = createRecent<number, number>(10);
    for (let key = 0; key < 1_000; key += 1) {
      recent.get(key, (one) => one);
      expect(recent.size()).toBeLessThanOrEqual(10);
    }
  });

  it('stay while they are asked for, whatever else passes', () => {
    const recent = createRecent<number, number>(10);
    let made = 0;
    for (let key = 1; key < 1_000; key += 1) {
      recent.get(key, (one) => one);
      recent.get(0, () => (made += 1));
    }
    expect(made).toBe(1);
  });
});
