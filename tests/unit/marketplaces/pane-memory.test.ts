import { describe, expect, it } from 'vitest';
import { createPaneMemory } from '@/utils/marketplaces/amazon/pane-memory';

const anna = { words: 'Where is my lamp?', order: '999-1' };
const ben = { words: 'It broke.', order: '999-2' };
const fresh = { words: false, order: false };

describe('the pane after another case was opened', () => {
  it('is believed at once when nothing of it is the old one', () => {
    const memory = createPaneMemory(() => 0);
    expect(memory.staleParts('A', anna)).toEqual(fresh);
    expect(memory.staleParts('B', ben)).toEqual(fresh);
  });

  it('is the old one as long as it says the same', () => {
    const memory = createPaneMemory(() => 0);
    memory.staleParts('A', anna);
    expect(memory.staleParts('B', anna)).toEqual({ words: true, order: true });
    expect(memory.staleParts('B', ben)).toEqual(fresh);
  });

  it('may have new messages beside the old order', () => {
    const memory = createPaneMemory(() => 0);
    memory.staleParts('A', anna);
    expect(memory.staleParts('B', { ...ben, order: anna.order })).toEqual({ words: false, order: true });
    expect(memory.staleParts('B', ben)).toEqual(fresh);
  });

  it('is believed in the end: one buyer may have two cases about one order', () => {
    let time = 0;
    const memory = createPaneMemory(() => time);
    memory.staleParts('A', anna);
    expect(memory.staleParts('B', anna).words).toBe(true);
    time = 9_000;
    expect(memory.staleParts('B', anna)).toEqual(fresh);
  });

  it('never doubts the case that stays open', () => {
    const memory = createPaneMemory(() => 0);
    memory.staleParts('A', anna);
    expect(memory.staleParts('A', anna)).toEqual(fresh);
    expect(memory.staleParts('A', { ...anna, words: 'Hello?' })).toEqual(fresh);
  });

  it('is doubted on the way back too', () => {
    const memory = createPaneMemory(() => 0);
    memory.staleParts('A', anna);
    memory.staleParts('B', ben);
    expect(memory.staleParts('A', ben)).toEqual({ words: true, order: true });
    expect(memory.staleParts('A', anna)).toEqual(fresh);
  });
});
