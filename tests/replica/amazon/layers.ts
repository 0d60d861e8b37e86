import { wrapped } from '../markup';
import type { PageView } from '../view';

/** A block in its wrappers; with the deepest `depth` it lies in one more open shadow root. */
export function layered(block: string, view: PageView): string {
  const inner = wrapped(block, view.knobs);
  return view.knobs.depth === '4' ? `<x-frame>${inner}</x-frame>` : inner;
}

/** Whether the `state` knob holds a word; several are joined by a dot: `state=tour.no-review`. */
export function hasState(view: PageView, word: string): boolean {
  return view.knobs.state.split('.').includes(word);
}
