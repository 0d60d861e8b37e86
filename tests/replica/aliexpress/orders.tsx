import type { ReactElement } from 'react';
import { momentBefore } from '../dates';
import { hashed } from '../markup';
import type { PageView } from '../view';
import { amountText, momentOn, stamp } from './amounts';
import { Depth } from './chat-parts';
import { HiddenCopy, NextButton, NextInput, NextPager, Tabs, useNewNodes } from './fusion';
import type { OrderScene } from './records';
import { filled, shownDuration, wordsFor } from './words';

/** The order list at one moment. */
export interface OrderListState {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly shown: readonly OrderScene[];
  /** The old rows are still there, under a mask. */
  readonly isLoading: boolean;
}

/** The status an order is shown with. */
export function stateText({ order, warehouse }: OrderScene, view: PageView): string {
  const { states } = wordsFor(view.loc);
  return warehouse && order.state === 'unshipped' ? states.warehouse : states[order.state];
}

/** Order total in the order's currency. */
export const totalOf = ({ order }: OrderScene): number =>
  order.items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

/** The lines of an order as table rows; amount, status and actions stand in the first one only. */
export function ProductRows({ scene, view }: { readonly scene: OrderScene; readonly view: PageView }): ReactElement {
  const { order } = scene;
  const words = wordsFor(view.loc);
  const { actions } = words.list;
  const name = (stem: string): string => hashed(stem, view.knobs);
  const offered = {
    unpaid: [actions.price, actions.detail],
    unshipped: [actions.ship, actions.detail],
    shipped: [actions.extend, actions.detail],
    delivered: [actions.extend, actions.detail],
    completed: [actions.invite, actions.detail],
    cancelled: [actions.detail],
    refunded: [actions.detail],
    disputed: [actions.detail],
  }[order.state];
  return (
    <>
      {order.items.map((item, at) => (
        // Lines of an order never move.
        <tr key={at} className="next-table-row">
          <td data-next-table-col="1" className="next-table-cell">
            <div className="product">
              <img src={`/assets/product/${item.productId}.svg`} alt="" width={44} height={44} />
              <div>
                <div className={name('productInfo--itemTitle')}>{item.title}</div>
                <div className={name('productInfo--skuCodeValue')}>{item.variant ?? '-'}</div>
                <div className={name('productInfo--skuCodeValue')}>{item.sku}</div>
              </div>
            </div>
          </td>
          <td data-next-table-col="2" className="next-table-cell">
            <div className={name('productInfo--unitFee')}>{amountText(item.price, order.currency, view)}</div>
          </td>
          <td data-next-table-col="3" className="next-table-cell">
            <div>{item.quantity}</div>
          </td>
          <td data-next-table-col="4" className="next-table-cell">
            {at === 0 ? (
              <div className={name('amount--amount')}>{amountText(totalOf(scene), order.currency, view)}</div>
            ) : null}
          </td>
          <td data-next-table-col="5" className="next-table-cell">
            {at === 0 ? (
              <div className="chc-state-label">
                <div className="chc-state-label__stateText">{stateText(scene, view)}</div>
                {scene.dueHours === undefined ? null : (
                  <div className="left">{filled(words.left, { t: shownDuration(scene.dueHours, view.loc) })}</div>
                )}
              </div>
            ) : null}
          </td>
          <td data-next-table-col="6" className="next-table-cell">
            {at === 0
              ? offered.map((label) => (
                  <NextButton key={label} isPrimary={label !== actions.detail}>
                    {label}
                  </NextButton>
                ))
              : null}
          </td>
        </tr>
      ))}
    </>
  );
}

/** One order: a table of its own with a head above the product rows. */
function OrderTable({ scene, view }: { readonly scene: OrderScene; readonly view: PageView }): ReactElement {
  const { order, buyer } = scene;
  const { list } = wordsFor(view.loc);
  const name = (stem: string): string => hashed(stem, view.knobs);
  return (
    <table className="next-table-row order-table">
      <thead>
        <tr>
          <th colSpan={6}>
            <span className={name('header--label')}>{list.orderNo}:</span>
            <span className={`${name('header--value')} ${name('header--valueHighLight')}`}>{order.id}</span>
            <span className={name('header--label')}>{list.created}:</span>
            <span className={name('header--value')}>{stamp(momentOn(view.now, order.orderedDay, order.id), view)}</span>
            <a
              className={name('buyerInfo--inline')}
              href={`/m_apps/ai-im/im?channelId=${view.query.channelId ?? ''}#/window`}
              target="_blank"
              rel="noreferrer"
              dir="auto"
            >
              {buyer.name}
            </a>
            {scene.tags.map((tag) => (
              <span key={tag} className="chc-color-tag">
                {tag}
              </span>
            ))}
            {scene.note ? <span className={name('orderBasic--value')}>{scene.note}</span> : null}
          </th>
        </tr>
      </thead>
      <tbody>
        <ProductRows scene={scene} view={view} />
      </tbody>
    </table>
  );
}

/** The filters hold a date range that is no order's date. */
function Filters({ view }: { readonly view: PageView }): ReactElement {
  const { list } = wordsFor(view.loc);
  const day = (hours: number): string => momentBefore(view.now, hours).slice(0, 10);
  return (
    <div className="filters">
      <NextInput label={list.orderNo} hint="9990000000000000001" />
      <NextInput label={list.buyer} />
      <span className="next-date-range">
        {day(24 * 90)} - {day(0)}
      </span>
      <NextButton isPrimary>{list.query}</NextButton>
    </div>
  );
}

/** The order list. Pure. */
export function OrderList(props: {
  readonly state: OrderListState;
  readonly view: PageView;
  readonly onPage: (page: number) => void;
}): ReactElement {
  const { state, view } = props;
  const { list, states } = wordsFor(view.loc);
  const made = useNewNodes(view);
  const counts = [3, 4, 1, 2, 1, 6, 5, 9];
  const stranger = state.shown.at(-1);
  return (
    <div className="page">
      <h1>{list.title}</h1>
      <div className="boards">
        {list.boards.map((title, at) => (
          <div key={title} className="board">
            <div className={hashed('board--boardItemTitle', view.knobs)}>{title}</div>
            <b>{counts[at]}</b>
          </div>
        ))}
      </div>
      <Filters view={view} />
      <Tabs family="next" names={[states.unpaid, states.unshipped, states.shipped, states.completed]} />
      <div className="columns">
        {list.columns.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <HiddenCopy view={view}>{stranger ? <OrderTable scene={stranger} view={view} /> : null}</HiddenCopy>
      <Depth view={view}>
        <div className={`tables${state.isLoading ? ' next-loading' : ''}`} key={made}>
          {state.shown.length === 0 ? <p className="empty">{list.empty}</p> : null}
          {state.shown.map((scene, place) => (
            // The place is the identity: another page of the list reuses the tables.
            <OrderTable key={place} scene={scene} view={view} />
          ))}
          {state.isLoading ? <div className="next-loading-mask" /> : null}
        </div>
      </Depth>
      <div className="foot">
        <span>{filled(list.total, { n: state.total })}</span>
        <NextPager page={state.page} pages={state.pages} onPage={props.onPage} />
      </div>
    </div>
  );
}
