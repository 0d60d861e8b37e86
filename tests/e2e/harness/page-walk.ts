import type { Page } from 'playwright-core';

/** What walking through a page with Tab has shown. */
export interface Walk {
  /** How many places the focus stood on. */
  readonly stops: number;
  /** Controls one can see and press, and cannot reach. */
  readonly missed: readonly string[];
  /** Places at which nothing shows that the focus is there. */
  readonly unseen: readonly string[];
  /** Steps against the reading order. */
  readonly backwards: readonly string[];
}

/** Longer lists grow while one walks through them, and are left here. */
const MOST_STOPS = 450;

interface Stop {
  readonly mark: string;
  readonly label: string;
  readonly isSeen: boolean;
  /** Where it stands in the document; null inside of what scrolls by itself. Units: CSS pixels. */
  readonly box: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } | null;
}

/** Marks every control a person could want to reach, and answers the marks; of a group of choices one is enough. */
const markControls = (page: Page): Promise<readonly { readonly mark: string; readonly label: string }[]> =>
  page.evaluate(() => {
    const wanted =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const radios = new Set<string>();
    return [...document.querySelectorAll<HTMLElement>(wanted)].flatMap((element, at) => {
      if (element.matches(':disabled, [tabindex="-1"]') || !element.checkVisibility({ visibilityProperty: true }))
        return [];
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (radios.has(element.name)) return [];
        radios.add(element.name);
        const chosen = document.querySelector<HTMLElement>(`input[name="${CSS.escape(element.name)}"]:checked`);
        (chosen ?? element).dataset['walk'] = `${at}r`;
        return [{ mark: `${at}r`, label: element.outerHTML.slice(0, 90) }];
      }
      element.dataset['walk'] = String(at);
      return [{ mark: String(at), label: element.outerHTML.slice(0, 90) }];
    });
  });

/** The place the focus stands on; null when it has left the page. */
const lookAtFocus = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const shows = (one: Element | null | undefined, pseudo?: string): boolean => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, pseudo);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    const inside = element.shadowRoot?.activeElement;
    const near = [element, inside, element.nextElementSibling, element.parentElement, element.closest('label')];
    const isSeen = near.some((one) => shows(one)) || shows(element, '::after') || shows(element, '::before');
    let scroller = element.parentElement;
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement;
    const isFree = scroller === null || scroller === document.documentElement || scroller === document.body;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      mark: element.dataset['walk'] ?? '',
      label: (inside ?? element).outerHTML.slice(0, 90),
      isSeen,
      box: isFree ? { top: top + scrollY, bottom: bottom + scrollY, left, right } : null,
    };
  });

/** Walks through a page with Tab, from its beginning until the focus leaves it. */
export const walk = async (page: Page): Promise<Walk> => {
  await page.evaluate(() => {
    // Where something that has gone had the focus, the next Tab goes on from.
    const first = document.createElement('button');
    document.body.prepend(first);
    first.focus();
    first.remove();
  });
  const controls = await markControls(page);
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < MOST_STOPS; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await lookAtFocus(page);
    if (stop === null) break;
    stops.push(stop);
  }
  const reached = new Set(stops.map(({ mark }) => mark));
  const backwards = stops.flatMap((stop, at) => {
    const before = stops[at - 1];
    if (!before?.box || !stop.box) return [];
    // Upwards, and not into a column beside it.
    const isUp = stop.box.bottom <= before.box.top - 4 && stop.box.left < before.box.right - 4;
    return isUp ? [`${before.label} → ${stop.label}`] : [];
  });
  // A field of several parts shows the focus on most of them.
  const seen = new Set(stops.flatMap(({ mark, isSeen }) => (isSeen ? [mark] : [])));
  const last =
    stops.length < MOST_STOPS ? Infinity : Math.max(...stops.map(({ mark }) => Number.parseInt(mark, 10) || 0));
  return {
    stops: stops.length,
    missed: controls
      .filter(({ mark }) => !reached.has(mark) && Number.parseInt(mark, 10) <= last)
      .map(({ label }) => label),
    unseen: stops.filter(({ mark }) => !seen.has(mark)).map(({ label }) => label),
    backwards,
  };
};

/** Texts that do not fit where they stand, and by how much the page is too wide. Units: CSS pixels. */
export const tooWide = (page: Page): Promise<{ readonly clipped: readonly string[]; readonly overflow: number }> =>
  page.evaluate(() => {
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const clipped = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) return false;
      const { display, overflowX, textOverflow } = getComputedStyle(element);
      // Read by screen readers alone, shortened on purpose, or scrolled by itself.
      if (element.clientWidth <= 1 || (display.startsWith('inline') && element.clientWidth === 0)) return false;
      if (textOverflow === 'ellipsis' || /auto|scroll/.test(overflowX)) return false;
      return element.scrollWidth > element.clientWidth + 1;
    });
    return {
      clipped: clipped.map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
      overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    };
  });
