import type { ListView, RowFacts } from '@/utils/app/api';
import type { ContentClient } from '@/utils/client/content-client';
import type { ListRow, MarketLists, PageHealth } from '@/utils/marketplaces/contract';
import { onQuiet } from '@/utils/page/observe';
import { watchRoutes } from '@/utils/page/router';
import { createPageWords } from '@/utils/platform/i18n/page-words';
import type { Translate } from '../../ui/translate';
import { listLabel } from '../labels';
import { createReviewBox } from '../reviews/review-box';
import { leftPage } from '../session/visits';
import { createBadgeLayer } from './badge-layer';
import { chipsOf, nextTick } from './badge-words';
import { findLeftOver, nothingLeft } from './left-over';
import { readList, readRows, saysSomething, type ListReading } from './list-reading';
import { rootsAround, watchRows } from './watch-rows';

/** While something is still missing the page is read again after these pauses, in ms; late tables take up to 8 s. */
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];
/** What is left of the page before is looked for again this soon. Units: milliseconds. */
const LEFT_AGAIN_MS = 250;
/** A reading may take this share of the time until the next one: noise on the page must not cost it more than 2 %. */
const SHARE_OF_TIME = 90;
/** Rows that were recycled are read again this soon, and at this share of the time while the agent scrolls. Units: ms. */
const ROWS_AGAIN_MS = 60;
const ROWS_SHARE = 15;
/** A page that is left this soon was not visited. Units: milliseconds. */
const VISIT_AFTER_MS = 1_500;
/** What was known of rows longer ago is asked again when the tab is shown. Units: milliseconds. */
const STALE_MS = 60_000;
/** Rows whose facts are remembered while the agent scrolls. */
const MOST_FACTS = 1_000;

/** What a list script works with; `now` and `css` come from outside. */
export interface ListOptions {
  readonly lists: MarketLists;
  readonly client: Pick<ContentClient, 'openList' | 'reportVisit' | 'reviewAsked'>;
  readonly css: string;
  /** Style sheet of the status about review requests. */
  readonly reviewCss: string;
  readonly signal: AbortSignal;
  readonly now?: () => Date;
}

/**
 * Follows a list or an order page: tells the background what is on it once per change, and keeps the badges beside the
 * rows right. Nothing on the page waits for an answer; a hidden tab does no work.
 */
export function watchList({ lists, client, css, reviewCss, signal, now = () => new Date() }: ListOptions): void {
  const layer = createBadgeLayer(css, signal);
  const box = createReviewBox({
    css: reviewCss,
    signal,
    onAsked: async (orderId) => {
      const noted = await client.reviewAsked({ shop: latest?.request.shop ?? {}, orderId });
      // What is known of the order is another thing now.
      if (noted.ok && latest) void ask(latest);
      return noted.ok;
    },
  });
  const facts = new Map<string, RowFacts>();
  let rows: readonly ListRow[] = [];
  /** Elements that may be other rows by now; nothing is said of them until they were read again. */
  const doubted = new Set<Element>();
  let words: { readonly t: Translate; readonly uiLang: string; readonly version: string } | null = null;
  let asked = '';
  let askedAt = -Infinity;
  let href = '';
  /** Kind and path: what a record means hangs on them. */
  let place = '';
  let latest: ListReading | null = null;
  let leftOver = nothingLeft;
  let reported = '';
  let pending = '';
  /** What this script's sign on the toolbar says. */
  let shownHealth: PageHealth = 'good';
  let attempt = 0;
  let nextReadAt = 0;
  let nextRowsAt = 0;
  let isDue = false;
  const timers = new Map<'retry' | 'rest' | 'rows' | 'tick' | 'visit', ReturnType<typeof setTimeout>>();
  let rowLife = new AbortController();
  let watched: readonly Node[] = [];
  let pageLife = new AbortController();

  const later = (name: Parameters<typeof timers.set>[0], delayMs: number, run: () => void): void => {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(run, delayMs));
  };

  const draw = (): void => {
    if (!words) return;
    const { t, uiLang } = words;
    const moment = now();
    const context = { now: moment, uiLang, t };
    const sure = rows.filter(({ element }) => !doubted.has(element));
    const badges = sure.map((row) => ({ row, chips: chipsOf(row, facts.get(row.key), context) }));
    layer.show(badges, {
      label: t('page.row.label'),
      item: (row, said) => t('page.row.item', { row, facts: listLabel(said, uiLang) }),
      lang: uiLang,
    });
    const tick = nextTick(rows, moment);
    clearTimeout(timers.get('tick'));
    if (tick !== undefined) later('tick', tick, () => !document.hidden && draw());
  };

  /** The same rows in the same elements need no new watching and no new drawing. */
  const takeRows = (next: readonly ListRow[]): void => {
    const isSame =
      next.length === rows.length &&
      next.every(
        ({ element, key, since, isWaiting }, at) =>
          element === rows[at]?.element &&
          key === rows[at]?.key &&
          since === rows[at]?.since &&
          isWaiting === rows[at]?.isWaiting,
      );
    const isSure = doubted.size === 0;
    rows = next;
    doubted.clear();
    if (!isSame) {
      rowLife.abort();
      rowLife = new AbortController();
      if (next.length > 0) {
        watchRows(next, rowLife.signal, (elements) => {
          for (const element of elements) {
            doubted.add(element);
            layer.distrust(element);
          }
          layer.follow();
          later('rows', Math.max(ROWS_AGAIN_MS, nextRowsAt - performance.now()), lookAtRows);
        });
      }
    }
    // Unchanged rows are drawn again only to be trusted again: a page full of noise would have them drawn all the time.
    if (!isSame || !isSure) draw();
  };

  const lookAtRows = (): void => {
    if (signal.aborted || document.hidden || leftOver.isThere()) return;
    const started = performance.now();
    takeRows(readRows(lists, now()));
    nextRowsAt = performance.now() + (performance.now() - started) * ROWS_SHARE;
    // What the new rows are is asked in the calm way.
    later('rest', Math.max(0, nextReadAt - performance.now()), () => look('changed'));
  };

  const take = (view: ListView, page: string, isLatest: boolean): void => {
    const { entries, version } = view.strings;
    if (entries) words = { t: createPageWords(entries, view.uiLang), uiLang: view.uiLang, version };
    if (facts.size > MOST_FACTS) facts.clear();
    for (const row of view.rows) facts.set(row.key, row);
    draw();
    // An answer about a page that was left says nothing of the order on screen.
    if (!isLatest) return;
    const { review, reviews } = view;
    box.show(words && { reviews, ...(review ? { review } : {}), page, market: lists.id, ...words });
  };

  const ask = async ({ request, signature }: ListReading): Promise<void> => {
    asked = signature;
    askedAt = performance.now();
    if (!saysSomething(request)) return box.show(null);
    const answer = await client.openList({ ...request, holds: words ? { strings: words.version } : {} });
    if (signal.aborted) return;
    if (answer.ok) take(answer.value, request.page, asked === signature);
    // Asked again with the next change, or when the tab is shown again.
    else if (asked === signature) asked = '';
  };

  const observe = (): void => {
    const around = rows[0] ? rootsAround(rows[0].element) : [];
    const roots = [document.documentElement, ...around];
    if (roots.length === watched.length && roots.every((root) => watched.includes(root))) return;
    pageLife.abort();
    pageLife = new AbortController();
    watched = roots;
    const passive = { capture: true, passive: true, signal: pageLife.signal };
    onQuiet(roots, pageLife.signal, () => look('changed'));
    for (const root of [window, ...around]) {
      for (const type of ['scroll', 'resize', 'transitionend', 'animationend']) {
        root.addEventListener(type, layer.follow, passive);
      }
    }
  };

  /** Notes that the address is another; on pages whose records are kept, what is still on screen is of the page before. */
  const enter = (reading: ListReading | null): void => {
    const before = place;
    place = `${reading?.request.page} ${location.pathname}`;
    const isOther = href !== '' && before !== place && reading !== null && reading.visit !== null;
    leftOver = isOther ? findLeftOver([latest, reading], performance.now()) : nothingLeft;
    href = location.href;
  };

  /** Whatever was said of the page before is said anew when it comes back; on pages not judged here its sign goes. */
  const leave = (reading: ListReading | null): void => {
    reported = '';
    if (reading?.visit || shownHealth === 'good') return;
    shownHealth = 'good';
    void client.reportVisit(leftPage);
  };

  const look = (why: 'route' | 'changed' | 'retry'): void => {
    if (signal.aborted) return;
    if (document.hidden) {
      isDue = true;
      return;
    }
    const isMoved = location.href !== href;
    if (isMoved) {
      attempt = 0;
      clearTimeout(timers.get('visit'));
      pending = '';
      // Words about the page before must not stand on this one.
      takeRows([]);
      layer.show([], { label: '', item: () => '', lang: '' });
      box.show(null);
    } else if (leftOver.isThere()) {
      return later('retry', LEFT_AGAIN_MS, () => look('retry'));
    } else if (why === 'changed' && performance.now() < nextReadAt) {
      layer.follow();
      return later('rest', nextReadAt - performance.now(), () => look('changed'));
    }
    const reading = readList(lists, now());
    nextReadAt = performance.now() + (reading?.ms ?? 0) * SHARE_OF_TIME;
    if (isMoved) enter(reading);
    if (isMoved) leave(reading);
    latest = reading ?? latest;
    if (leftOver.isThere()) return later('retry', LEFT_AGAIN_MS, () => look('retry'));
    takeRows(reading?.rows ?? []);
    observe();
    layer.follow();
    const pause = RETRY_MS[attempt];
    if (!reading?.isComplete && pause !== undefined) {
      attempt += 1;
      later('retry', pause, () => look('retry'));
    }
    if (!reading) return;
    if (reading.signature !== asked) void ask(reading);
    report(reading);
  };

  const report = ({ visit }: ListReading): void => {
    if (!visit) return;
    const said = JSON.stringify([href, visit.health, visit.fields]);
    // A page that counts seconds is read every second: what is about to be said already waits no longer for that.
    if (said === pending) return;
    clearTimeout(timers.get('visit'));
    pending = said === reported ? '' : said;
    if (pending === '') return;
    // A page that is still coming is not judged yet.
    later('visit', VISIT_AFTER_MS, () => {
      [reported, pending, shownHealth] = [said, '', visit.health];
      void client.reportVisit(visit);
    });
  };

  const onShown = (): void => {
    if (document.hidden) return;
    if (performance.now() - askedAt > STALE_MS) asked = '';
    if (isDue || asked === '') look('retry');
    isDue = false;
    draw();
  };

  document.addEventListener('visibilitychange', onShown, { signal });
  signal.addEventListener(
    'abort',
    () => {
      rowLife.abort();
      pageLife.abort();
      timers.forEach(clearTimeout);
    },
    { once: true },
  );
  watchRoutes(signal, () => look('route'));
}
