import { note } from '../kit/log';
import type { PageView } from '../view';
import { setHtml } from './dom';

/** Draws a page and, as the `rerender` knob says, draws it anew with new nodes: once after a second, or every two. */
export function keepDrawn(root: Element, view: PageView, markup: () => string): void {
  const draw = (): void => {
    setHtml(root, markup());
    note('drawn', false, view.page);
  };
  draw();
  if (view.knobs.rerender === 'swapNode') setTimeout(draw, 900);
  if (view.knobs.rerender === 'every2s') setInterval(draw, 2000);
}
