import { describe, expect, it } from 'vitest';
import { intersect } from '@/utils/page/field-box';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('intersect', () => {
  it('gives what all boxes have in common', () => {
    expect(intersect([box(0, 0, 100, 100), box(20, -5, 300, 60), box(0, 10, 90, 90)])).toEqual(box(20, 10, 90, 60));
  });

  it('gives nothing when two boxes only touch', () => {
    expect(intersect([box(0, 0, 10, 10), box(10, 0, 20, 10)])).toBeNull();
  });
});
