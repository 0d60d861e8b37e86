import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatClock,
  maxDriftMs,
  parseClock,
  receiveClock,
  tickClock,
  type HybridTime,
} from '@/utils/domain/customers/clock';

const at = (millis: number, counter = 0, node = 'here'): HybridTime => ({ millis, counter, node });
const reading = fc.record({
  millis: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  counter: fc.integer({ min: 0, max: 36 ** 4 - 1 }),
  node: fc.stringMatching(/^[a-z0-9-]{1,36}$/),
});

const order = (a: HybridTime, b: HybridTime) => a.millis - b.millis || a.counter - b.counter;

describe('hybrid clock', () => {
  test('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(reading, (time) => {
        expect(parseClock(formatClock(time))).toEqual({ ok: true, value: time });
      }),
    );
  });

  test('sorts as text the way it sorts in time', () => {
    fc.assert(
      fc.property(reading, reading, (a, b) => {
        fc.pre(order(a, b) !== 0);
        expect(formatClock(a) < formatClock(b)).toBe(order(a, b) < 0);
      }),
    );
  });

  test('only ever goes forward, whatever the time of day does', () => {
    const times = fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(times, (nows) => {
        let last = at(0);
        for (const now of nows) {
          const next = tickClock(last, now);
          if (!next.ok) throw new Error(next.error.kind);
          expect(formatClock(next.value) > formatClock(last)).toBe(true);
          last = next.value;
        }
      }),
    );
  });

  test('is later than both sides after taking in a change', () => {
    fc.assert(
      fc.property(reading, reading, fc.integer({ min: 0, max: 4_000_000_000_000 }), (last, incoming, now) => {
        const next = receiveClock(last, incoming, now);
        if (!next.ok) return;
        expect(order(next.value, last)).toBeGreaterThan(0);
        expect(order(next.value, incoming)).toBeGreaterThan(0);
        expect(next.value.node).toBe(last.node);
      }),
    );
  });

  test('starts counting anew in a new millisecond', () => {
    expect(tickClock(at(10, 7), 11)).toEqual({ ok: true, value: at(11, 0) });
  });

  test('refuses a change from more than an hour in the future', () => {
    const now = 1_000;
    expect(receiveClock(at(now), at(now + maxDriftMs, 0, 'there'), now).ok).toBe(true);
    expect(receiveClock(at(now), at(now + maxDriftMs + 1, 0, 'there'), now)).toEqual({
      ok: false,
      error: { kind: 'clock-drift', aheadMs: maxDriftMs + 1 },
    });
  });

  test('says so when it has counted to the end of a millisecond', () => {
    expect(tickClock(at(10, 36 ** 4 - 1), 10)).toEqual({ ok: false, error: { kind: 'clock-overflow' } });
  });

  test.each(['', 'x', '00000000a:0000:', '00000000A:0000:n', '00000000a:0000:n\n', '00000000a:0000:Ä'])(
    'does not read %j as a reading',
    (text) => {
      expect(parseClock(text)).toEqual({ ok: false, error: { kind: 'clock-malformed' } });
    },
  );
});
