import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePlace, holds, leastHarm, shared, type Box } from '@/components/content/lists/badge-place';

const row: Box = { left: 100, top: 50, right: 370, bottom: 124 };
const size = { width: 90, height: 18 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const at = ({ left, top }: { left: number; top: number }) => box(left, top, size.width, size.height);

describe('the place of a badge in its row', () => {
  it('is the lower corner at the inline end while that is free', () => {
    expect(freePlace(row, size, { taken: [], isRtl: false })).toEqual({ left: 276, top: 102 });
    expect(freePlace(row, size, { taken: [], isRtl: true })).toEqual({ left: 104, top: 102 });
  });

  it('goes up, then inwards, when the corner shows something', () => {
    const unread = box(350, 95, 20, 29);
    const place = freePlace(row, size, { taken: [unread], isRtl: false });
    expect(place!.left).toBe(276);
    expect(place!.top + size.height).toBeLessThanOrEqual(95);
    const column = box(340, 50, 30, 74);
    expect(freePlace(row, size, { taken: [column], isRtl: false })!.left + size.width).toBeLessThanOrEqual(340);
  });

  it('never covers anything the row shows and never leaves the row', () => {
    const some = fc.record({
      left: fc.integer({ min: 90, max: 380 }),
      top: fc.integer({ min: 40, max: 130 }),
      width: fc.integer({ min: 1, max: 120 }),
      height: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), fc.boolean(), (parts, isRtl) => {
        const taken = parts.map(({ left, top, width, height }) => box(left, top, width, height));
        const place = freePlace(row, size, { taken, isRtl });
        if (!place) return;
        expect(holds(row, at(place))).toBe(true);
        for (const part of taken) expect(shared(part, at(place))).toBeNull();
      }),
    );
  });

  it('is the corner with less in it when there is no room', () => {
    const full = [box(100, 50, 270, 30), box(100, 80, 180, 44), box(300, 82, 70, 42)];
    expect(freePlace(row, size, { taken: full, isRtl: false })).toBeNull();
    const crowdedTop = [box(100, 50, 270, 50), box(330, 100, 40, 24)];
    expect(leastHarm(row, size, { taken: crowdedTop, isRtl: false })).toEqual({ left: 276, top: 105 });
    const crowdedBottom = [box(100, 80, 270, 44), box(340, 50, 30, 10)];
    expect(leastHarm(row, size, { taken: crowdedBottom, isRtl: true })).toEqual({ left: 104, top: 51 });
  });

  it('is nowhere in a row lower than the badge', () => {
    expect(freePlace(box(0, 0, 300, 12), size, { taken: [], isRtl: false })).toBeNull();
  });
});
