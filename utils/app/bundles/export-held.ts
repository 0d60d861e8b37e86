/** Rows that wait for their turn, as text: a fifth of what they take as objects. */
import type { BundleLine, BundleSection } from '../../domain/bundles/bundle';
import { lineId } from '../../domain/bundles/write-bundle';
import { withoutFigures } from '../../domain/customers/work-out';

/** Rows of one section that come in any order and leave in that of their ids. */
export interface Held {
  /** A row with an id that was there before takes its place. */
  readonly add: (line: BundleLine) => void;
  readonly size: () => number;
  /** In the order of UTF-16 units; a row is gone once it was given. Nothing is added from then on. */
  readonly sorted: () => Generator<BundleLine>;
}

/** Rows of several sections. */
export interface HeldRows {
  readonly add: (line: BundleLine) => void;
  readonly of: (section: BundleSection) => Held;
}

/** Holds rows of whatever section. */
export const createHeldRows = (): HeldRows => {
  const sections = new Map<BundleSection, Held>();
  const of = (section: BundleSection): Held => {
    const held = sections.get(section) ?? createHeld(section);
    sections.set(section, held);
    return held;
  };
  return {
    add: (line) => of(line.section).add(line),
    of,
  };
};

/** Holds rows of one section. */
export const createHeld = (section: BundleSection): Held => {
  const texts = new Map<string, string>();
  return {
    add: (line) => {
      const row = line.section === 'buyers' ? withoutFigures(line.row) : line.row;
      texts.set(lineId(line), JSON.stringify(row));
    },
    size: () => texts.size,
    *sorted() {
      for (const id of [...texts.keys()].sort()) {
        const row = JSON.parse(texts.get(id) ?? 'null') as unknown;
        texts.delete(id);
        yield { section, row } as BundleLine;
      }
    },
  };
};
