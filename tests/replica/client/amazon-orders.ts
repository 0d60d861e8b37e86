import { orderOfPath, orderPage } from '../amazon/order-page';
import { orderCells, ordersOnPage, ordersPage, ordersPager } from '../amazon/orders-page';
import { hasState } from '../amazon/layers';
import { asPage, note } from '../kit/log';
import type { PageView } from '../view';
import { watchActions } from './amazon-actions';
import { keepDrawn } from './amazon-redraw';
import { deepFind, pause, setHtml } from './dom';

const withoutTour = (view: PageView): PageView => ({
  ...view,
  knobs: { ...view.knobs, state: view.knobs.state.split('.').filter((word) => word !== 'tour').join('.') },
}); // prettier-ignore

/** Brings an order's own page to life: the spinner first, then everything at once. */
export async function startOrder(first: PageView, root: HTMLElement): Promise<void> {
  let view = first;
  const booked = orderOfPath(view);
  watchActions((name) => {
    if (name !== 'close-tour') return;
    view = withoutTour(view);
    document.querySelector('.tour')?.remove();
  });
  setHtml(root, orderPage(undefined, view));
  await pause(250);
  window.__replica.state.thread = booked?.order.id ?? '';
  keepDrawn(root, view, () => orderPage(booked, view));
}

/** Brings the list of orders to life: the address learns its page late, and paging changes the rows in place. */
export async function startOrders(first: PageView, root: HTMLElement): Promise<void> {
  let view = first;
  let page = Math.max(1, Number(new URLSearchParams(location.search).get('page') ?? 1) || 1);

  const go = async (next: number, how: 'push' | 'follow'): Promise<void> => {
    if (next === page) return;
    page = next;
    if (how === 'push') {
      const query = new URLSearchParams(location.search);
      query.set('page', String(next));
      asPage(() => history.pushState(null, '', `${location.pathname}?${query.toString()}`));
    }
    // The address is first, the rows follow.
    await pause(600 + Math.random() * 1400);
    if (page === next) show();
  };

  const show = (): void => {
    if (hasState(view, 'cards')) {
      setHtml(root, ordersPage(view, page));
    } else {
      refill();
      const holder = document.createElement('div');
      setHtml(holder, ordersPager(view, page));
      document.querySelector('.pagination-controls .a-pagination')?.replaceWith(...holder.childNodes);
    }
    note('page', false, String(page));
  };

  /** The same rows with other orders in them; rows too many are hidden by being taken out. */
  const refill = (): void => {
    const body = deepFind('#orders-table:not([hidden] *) tbody');
    if (!body) return;
    const orders = ordersOnPage(view, page);
    const rows = [...body.children];
    orders.forEach((booked, at) => {
      const row = rows[at] ?? body.appendChild((rows[0] ?? document.createElement('tr')).cloneNode(true) as Element);
      orderCells(booked, view).forEach((cell, column) => {
        const place = row.children[column];
        if (place) setHtml(place, cell);
      });
    });
    for (const row of rows.slice(orders.length)) row.remove();
  };

  watchActions((name, element) => {
    if (name === 'page') void go(Number(element.dataset.rKey), 'push');
    if (name === 'close-tour') {
      view = withoutTour(view);
      document.querySelector('.tour')?.remove();
    }
  });
  addEventListener('popstate', () => void go(Number(new URLSearchParams(location.search).get('page') ?? 1), 'follow'));

  keepDrawn(root, view, () => ordersPage(view, page));
  await pause(900);
  const query = new URLSearchParams(location.search);
  if (query.has('page')) return;
  query.set('page', String(page));
  asPage(() => history.replaceState(null, '', `${location.pathname}?${query.toString()}`));
}
