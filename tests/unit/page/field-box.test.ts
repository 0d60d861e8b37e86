import { describe, expect, it } from 'vitest';
import { intersect, readFieldBox } from '@/utils/page/field-box';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('intersect', () => {
  it('gives what all boxes have in common', () => {
    expect(intersect([box(0, 0, 100, 100), box(20, -5, 300, 60), box(0, 10, 90, 90)])).toEqual(box(20, 10, 90, 60));
  });

  it('gives nothing when two boxes only touch', () => {
    expect(intersect([box(0, 0, 10, 10), box(10, 0, 20, 10)])).toBeNull();
  });
});

describe('readFieldBox', () => {
  const NO_BORDERS = { left: 0, top: 0, right: 0, bottom: 0 };
  const fieldOf = (drawnWidthPx: number, zoom?: number): HTMLElement => {
    const field = document.createElement('textarea');
    const sizes = { offsetWidth: 200, clientWidth: 200, offsetHeight: 100, clientHeight: 100, currentCSSZoom: zoom };
    for (const [name, value] of Object.entries(sizes)) Object.defineProperty(field, name, { value });
    field.getBoundingClientRect = () => new DOMRect(10, 20, drawnWidthPx, drawnWidthPx / 2);
    return field;
  };

  it('tells how much of a field’s scale comes from CSS zoom and how much from a transform', () => {
    expect(readFieldBox(fieldOf(300, 1.5), NO_BORDERS)).toMatchObject({ scaleX: 1.5, zoom: 1.5, widthPx: 200 });
    expect(readFieldBox(fieldOf(600, 1.5), NO_BORDERS)).toMatchObject({ scaleX: 3, zoom: 1.5, widthPx: 200 });
  });

  it('takes all of it for a transform where the browser does not know of zoom', () => {
    expect(readFieldBox(fieldOf(300), NO_BORDERS)).toMatchObject({ scaleX: 1.5, zoom: 1, widthPx: 200 });
  });
});
