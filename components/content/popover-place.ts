import { directionOf } from './labels';

const WIDTH_PX = 340;
const GAP_PX = 6;
/** What a popover needs when all of it is open; with less room below, it goes above. */
const ROOM_PX = 200;

const px = (value: number): string => `${value}px`;

/** Where words are, in pixels of the viewport. */
export type AnchorRect = Pick<DOMRectReadOnly, 'left' | 'right' | 'top' | 'bottom'>;

/** Where a popover stands beside words, always inside the window. */
export function popoverPlace(anchor: AnchorRect, uiLang: string) {
  const width = Math.min(WIDTH_PX, window.innerWidth - 2 * GAP_PX);
  const start = directionOf(uiLang) === 'rtl' ? anchor.right - width : anchor.left;
  const left = Math.max(GAP_PX, Math.min(start, window.innerWidth - width - GAP_PX));
  const isBelow = window.innerHeight - anchor.bottom >= ROOM_PX || anchor.top < ROOM_PX;
  return {
    left: px(left),
    width: px(width),
    ...(isBelow ? { top: px(anchor.bottom + GAP_PX) } : { bottom: px(window.innerHeight - anchor.top + GAP_PX) }),
  };
}
