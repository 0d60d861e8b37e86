import { type ReactElement, useEffect, useState } from 'react';
import { OrderPage, type OrderPageState } from '../aliexpress/order';
import { OrderList } from '../aliexpress/orders';
import { allOrders, orderScene, type OrderScene, pageSize, sceneById } from '../aliexpress/records';
import { wordsFor } from '../aliexpress/words';
import { count, note } from '../kit/log';
import type { PageView } from '../view';
import { pause } from './dom';

// 600 to 2,500 ms, as long as the real list takes for another page.
const pagingMs = (): number => 600 + Math.random() * 1900;

/** The order list: another page replaces the rows in place while the address stays. */
export function OrderListApp({ view }: { readonly view: PageView }): ReactElement {
  const all = allOrders(view.query);
  const size = pageSize(view.query);
  const pages = Math.max(1, Math.ceil(all.length / size));
  const [page, setPage] = useState(1);
  const [isLoading, setLoading] = useState(false);
  const go = async (next: number): Promise<void> => {
    if (isLoading) return;
    setLoading(true);
    await pause(pagingMs());
    setPage(next);
    setLoading(false);
    note('page', false, String(next));
  };
  const shown = all.slice((page - 1) * size, page * size);
  return (
    <OrderList
      view={view}
      state={{ page, pages, total: all.length, shown, isLoading }}
      onPage={(next) => void go(next)}
    />
  );
}

const otherOrder = (scene: OrderScene): OrderScene =>
  orderScene(scene.order.id === orderScene('finished').order.id ? 'unpaid' : 'finished');

/** The page of one order; the tracking comes two seconds after the rest. */
export function OrderApp({ view }: { readonly view: PageView }): ReactElement {
  const scene = sceneById(view.query.orderId ?? '');
  const [state, setState] = useState<OrderPageState>({ isOpen: false, hasLogistics: false });
  useEffect(() => {
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, hasLogistics: true }));
      note('logistics', false);
    }, 2000);
    return () => clearTimeout(timer);
  }, []);
  if (!scene) return <p className="empty">{wordsFor(view.loc).list.empty}</p>;
  return (
    <OrderPage
      scene={scene}
      stranger={otherOrder(scene)}
      view={view}
      state={state}
      onEye={(isTrusted) => {
        count('eye', isTrusted);
        if (!isTrusted) count('forged', false, 'eye');
        setState((before) => ({ ...before, isOpen: true }));
      }}
    />
  );
}
