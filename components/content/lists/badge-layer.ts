import type { ListRow } from '@/utils/marketplaces/contract';
import { clipAround, freePlace, holds, isOnDark, leastHarm, takenIn, type Box } from './badge-place';
import { rowName, type Chip } from './badge-words';

/** Name of the layer's element in the page. */
const LAYER = 'parley-badges';

/** A row with what its badge says. */
export interface Badge {
  readonly row: ListRow;
  readonly chips: readonly Chip[];
}

/** What screen readers hear of the whole list. */
export interface LayerWords {
  readonly label: string;
  readonly item: (row: string, facts: readonly string[]) => string;
  readonly lang: string;
}

/** The layer over the page's rows. It reads where they are and never touches them. */
export interface BadgeLayer {
  /** Takes these badges instead of those before; they are drawn in the next frame. */
  readonly show: (badges: readonly Badge[], words: LayerWords) => void;
  /** Takes the badge away from a row at once: it may be another row by now. */
  readonly distrust: (element: Element) => void;
  /** Looks again in the next frame where the rows are. */
  readonly follow: () => void;
}

interface Drawn {
  readonly badge: Badge;
  readonly node: HTMLElement;
  readonly isRtl: boolean;
  /** Where the badge stands in a row of this size. */
  place?: { readonly size: string; readonly left: number; readonly top: number };
  top?: number;
  isTrusted: boolean;
}

/** A row that moved by more than this share of its height in one frame is scrolled too fast to be followed honestly. */
const FASTEST = 0.5;
/** Pause after fast scrolling until badges come back. Units: milliseconds. */
const SETTLE_MS = 90;

const wordsOf = (chips: readonly Chip[]): readonly Node[] =>
  chips.map(({ kind, tone, text }) => {
    const chip = document.createElement('span');
    chip.dataset['kind'] = kind;
    chip.dataset['tone'] = tone;
    chip.dir = 'auto';
    chip.textContent = text;
    return chip;
  });

const isSame = (a: Badge, b: Badge): boolean =>
  a.row.key === b.row.key &&
  a.chips.length === b.chips.length &&
  a.chips.every((chip, at) => chip.text === b.chips[at]?.text && chip.tone === b.chips[at]?.tone);

/** Whether the row itself is what a person sees at this point, and not a dialog or a header over it. */
function isOnTop(row: Element, x: number, y: number): boolean {
  const hit = (row.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  return hit !== null && (row.contains(hit) || hit.contains(row));
}

/** Creates the layer; it is in the page only while there is something to show, and gone with the signal. */
export function createBadgeLayer(css: string, signal: AbortSignal): BadgeLayer {
  document.querySelectorAll(LAYER).forEach((orphan) => orphan.remove());
  const host = document.createElement(LAYER);
  // Closed: what Parley knows of buyers is not the page's to read.
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const layer = document.createElement('div');
  layer.setAttribute('aria-hidden', 'true');
  const list = document.createElement('ul');
  list.className = 'said';
  root.append(style, layer, list);

  let drawn: Drawn[] = [];
  let frame = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const placeIn = ({ badge, node, isRtl }: Drawn, row: DOMRect): NonNullable<Drawn['place']> => {
    const taken = takenIn(badge.row.element);
    const size = `${row.width}x${row.height}`;
    const chips = [...node.children] as HTMLElement[];
    // As much as there is room for: the chips stand in the order of what presses most.
    for (let count = chips.length; count > 0; count -= 1) {
      chips.forEach((chip, at) => (chip.hidden = at >= count));
      const free = freePlace(row, { width: node.offsetWidth, height: node.offsetHeight }, { taken, isRtl });
      if (free) return { size, left: free.left - row.left, top: free.top - row.top };
    }
    const { left, top } = leastHarm(row, { width: node.offsetWidth, height: node.offsetHeight }, { taken, isRtl });
    return { size, left: left - row.left, top: top - row.top };
  };

  const place = (): void => {
    frame = 0;
    if (signal.aborted || document.hidden) return;
    const clips = new Map<Element | null, Box | null>();
    const clipOf = (element: Element): Box | null => {
      const parent = element.parentElement;
      if (!clips.has(parent)) clips.set(parent, clipAround(element));
      return clips.get(parent) ?? null;
    };
    let isFast = false;
    // All reading before all writing: one layout, however many rows.
    const moves = drawn.map((own) => {
      const { element } = own.badge.row;
      if (!own.isTrusted || !element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return null;
      const row = element.getBoundingClientRect();
      if (own.top !== undefined && Math.abs(row.top - own.top) > row.height * FASTEST) isFast = true;
      own.top = row.top;
      const clip = clipOf(element);
      if (!clip || row.bottom <= clip.top || row.top >= clip.bottom) return null;
      if (own.place?.size !== `${row.width}x${row.height}`) own.place = placeIn(own, row);
      const [left, top] = [row.left + own.place.left, row.top + own.place.top];
      const box = { left, top, right: left + own.node.offsetWidth, bottom: top + own.node.offsetHeight };
      const isSeen = holds(clip, box) && isOnTop(element, (left + box.right) / 2, (top + box.bottom) / 2);
      return isSeen ? { left, top } : null;
    });
    drawn.forEach(({ node }, at) => {
      const move = isFast ? null : moves[at];
      node.toggleAttribute('data-away', !move);
      if (move) node.style.transform = `translate(${Math.round(move.left)}px, ${Math.round(move.top)}px)`;
    });
    clearTimeout(settling);
    if (isFast) settling = setTimeout(follow, SETTLE_MS);
  };

  function follow(): void {
    if (frame === 0 && drawn.length > 0 && !signal.aborted && !document.hidden) frame = requestAnimationFrame(place);
  }

  const draw = (badge: Badge): Drawn => {
    const before = drawn.find((own) => own.badge.row.element === badge.row.element);
    if (before && isSame(before.badge, badge)) {
      // The row may have other words beside the same facts: its free place is looked for anew.
      return { badge, node: before.node, isRtl: before.isRtl, isTrusted: true };
    }
    const node = document.createElement('div');
    node.className = 'badge';
    node.dataset['away'] = '';
    node.append(...wordsOf(badge.chips));
    const isRtl = getComputedStyle(badge.row.element).direction === 'rtl';
    node.dir = isRtl ? 'rtl' : 'ltr';
    return { badge, node, isRtl, isTrusted: true };
  };

  const show: BadgeLayer['show'] = (badges, { label, item, lang }) => {
    if (signal.aborted) return;
    drawn = badges.filter(({ chips }) => chips.length > 0).map(draw);
    if (drawn.length === 0) return host.remove();
    if (!host.isConnected) document.documentElement.append(host);
    host.dataset['theme'] = drawn[0] && isOnDark(drawn[0].badge.row.element) ? 'dark' : 'light';
    layer.lang = list.lang = lang;
    layer.replaceChildren(...drawn.map(({ node }) => node));
    list.setAttribute('aria-label', label);
    list.replaceChildren(
      ...drawn.map(({ badge: { row, chips } }) => {
        const line = document.createElement('li');
        line.textContent = item(
          rowName(row),
          chips.map(({ said }) => said),
        );
        return line;
      }),
    );
    follow();
  };

  signal.addEventListener(
    'abort',
    () => {
      cancelAnimationFrame(frame);
      clearTimeout(settling);
      host.remove();
    },
    { once: true },
  );
  return {
    show,
    follow,
    distrust(element) {
      const own = drawn.find(({ badge }) => badge.row.element === element);
      if (!own) return;
      own.isTrusted = false;
      own.node.dataset['away'] = '';
    },
  };
}
