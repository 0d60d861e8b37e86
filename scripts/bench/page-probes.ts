/** Functions that run inside a seller page; they must not use anything from outside themselves. */

declare global {
  interface Window {
    /** What the arrival probe has seen, in ms of the page's clock. */
    __arrival?: { bubbleAt?: number; paintedAt?: number; cardAt?: number };
  }
}

/** Fills the page with inert elements until it has as many as asked; they are laid out once and never painted over. */
export function fillPage(total: number): void {
  const fill = (): void => {
    const shelf = document.createElement('div');
    shelf.style.cssText = 'contain: strict; height: 1px; overflow: hidden';
    shelf.setAttribute('aria-hidden', 'true');
    const row = document.createElement('div');
    row.className = 'filler row';
    for (const tag of ['span', 'a', 'span', 'b']) {
      const cell = document.createElement(tag);
      cell.className = `cell ${tag}`;
      cell.textContent = `item ${tag}`;
      row.append(cell);
    }
    const block = document.createElement('div');
    for (let rows = 0; rows < 50; rows += 1) block.append(row.cloneNode(true));
    let left = total - document.getElementsByTagName('*').length - 1;
    // Clones of a whole block: building the filler must not cost the script time that is measured.
    for (; left > 250; left -= 251) shelf.append(block.cloneNode(true));
    for (; left > 5; left -= 5) shelf.append(row.cloneNode(true));
    document.body.append(shelf);
  };
  if (window === window.top) document.addEventListener('DOMContentLoaded', fill, { once: true });
}

/**
 * Times, in frames, from the last buyer bubble of a conversation to the first suggestion that has a place on screen.
 * Cards that are there when it starts belong to the conversation before and do not count.
 */
export function watchArrival(thread: string): void {
  if (window !== window.top) return;
  const seen: NonNullable<Window['__arrival']> = (window.__arrival = {});
  const cards = (): readonly Element[] => [
    ...(document.querySelector('parley-root')?.shadowRoot?.querySelectorAll('[data-template]') ?? []),
  ];
  const old = new Set(cards());
  const afterPaint = new MessageChannel();
  afterPaint.port1.onmessage = () => {
    seen.paintedAt = performance.now();
  };
  const lookForBubble = (): void => {
    if (window.__replica?.state.thread !== thread || !document.querySelector('#case-messages .bubble')) return;
    bubbles.disconnect();
    seen.bubbleAt = performance.now();
    requestAnimationFrame(() => afterPaint.port2.postMessage(0));
  };
  const bubbles = new MutationObserver(lookForBubble);
  bubbles.observe(document, { childList: true, subtree: true });
  const frame = (): void => {
    const card = seen.bubbleAt === undefined ? undefined : cards().find((one) => !old.has(one));
    if (card && card.getBoundingClientRect().height > 0) seen.cardAt = performance.now();
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Changes the page at a rate for some seconds, always the same number of changes; answers how many. */
export function storm([rate, seconds]: readonly [number, number]): Promise<number> {
  const box = document.createElement('div');
  box.style.cssText = 'position: fixed; inset: auto 0 0 auto; contain: strict; width: 10px; height: 10px';
  document.body.append(box);
  const startedAt = performance.now();
  let done = 0;
  return new Promise((resolve) => {
    const turn = (): void => {
      const due = Math.min((rate * (performance.now() - startedAt)) / 1000, rate * seconds);
      while (done < due) {
        const span = document.createElement('span');
        const text = document.createTextNode('x');
        span.append(text);
        box.append(span);
        span.className = `n${done % 9}`;
        text.data = `y${done}`;
        done += 3;
        if (box.childNodes.length > 60) {
          box.firstChild?.remove();
          done += 1;
        }
      }
      if (done < rate * seconds) return;
      clearInterval(timer);
      box.remove();
      // The last coalesced look of an observer belongs to the storm.
      setTimeout(() => resolve(done), 600);
    };
    const timer = setInterval(turn, 4);
  });
}

/** Whether a suggestion of Parley has a place on screen. */
export function isCardShown(): boolean {
  const card = document.querySelector('parley-root')?.shadowRoot?.querySelector('[data-template]');
  return card ? card.getBoundingClientRect().height > 0 : false;
}
