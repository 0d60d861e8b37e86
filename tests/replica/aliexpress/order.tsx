import type { ReactElement } from 'react';
import { momentBefore } from '../dates';
import { hashed } from '../markup';
import type { PageView } from '../view';
import { amountText, momentOn, stamp } from './amounts';
import { Depth } from './chat-parts';
import { HiddenCopy, useNewNodes } from './fusion';
import { ProductRows, stateText, totalOf } from './orders';
import { masked, type OrderScene } from './records';
import { countryName, filled, shownDuration, wordsFor } from './words';

/** What the order page shows beside the order itself. */
export interface OrderPageState {
  /** The eyes that were opened, by the visitor's own hand. */
  readonly isOpen: boolean;
  /** Tracking is asked for last and comes two seconds later. */
  readonly hasLogistics: boolean;
}

interface Parts {
  readonly scene: OrderScene;
  readonly view: PageView;
}

function Address(
  props: Parts & { readonly isOpen: boolean; readonly onEye: (isTrusted: boolean) => void },
): ReactElement {
  const { scene, view, isOpen } = props;
  const { detail } = wordsFor(view.loc);
  const name = (stem: string): string => hashed(stem, view.knobs);
  const country = countryName(scene.order.country, view.loc);
  // v1: the country is only the end of the masked address; v2: a line of its own, not masked.
  const isOwnLine = view.query.country !== 'v1';
  const street = isOpen ? '99 Invented Street, Nowhere' : '****';
  const lines: readonly (readonly [string, string, boolean])[] = [
    [detail.recipient, isOpen ? scene.buyer.name : masked(scene.buyer.name, 'all'), true],
    [detail.address, isOwnLine ? street : `${street}, ${country}`, true],
    ...(isOwnLine ? [[detail.country, country, false] as const] : []),
    [detail.zip, isOpen ? '00999' : '****', false],
    [detail.email, isOpen ? 'buyer@example.com' : '****', false],
    [detail.phone, isOpen ? '+00 000 0000' : '****', false],
    [detail.tax, '****', false],
  ];
  return (
    <section className="block">
      {lines.map(([label, value, hasEye]) => (
        <div key={label} className={name('orderInfo--addressItem')}>
          <span className={name('orderInfo--addressLabel')}>{label}</span>
          <span className={name('orderInfo--addressValue')} dir="auto">
            {value}
          </span>
          {hasEye ? (
            <i className={name('orderEye--eye')} onClick={(event) => props.onEye(event.nativeEvent.isTrusted)}>
              ◉
            </i>
          ) : null}
        </div>
      ))}
    </section>
  );
}

function Logistics({ scene, view }: Parts): ReactElement {
  const { detail } = wordsFor(view.loc);
  const { carrier, tracking } = scene.order;
  return (
    <section className="block logistics">
      <h2>{detail.logistics}</h2>
      <p>
        <span className="label">{detail.service}</span> <span>{carrier}</span>
      </p>
      <p>
        <span className="label">{detail.number}</span> <span>{tracking}</span>
      </p>
      {scene.scans.length === 0 ? <p className="empty">{detail.noScans}</p> : null}
      <ul className={hashed('timeline--list', view.knobs)}>
        {scene.scans.toReversed().map(({ hoursAgo, text }) => (
          <li key={hoursAgo}>
            <span className="when">{stamp(momentBefore(view.now, hoursAgo), view)}</span> <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far the order has come: ordered, paid, shipped, received. */
const stepOf: Record<OrderScene['order']['state'], number> = {
  unpaid: 0,
  unshipped: 1,
  shipped: 2,
  delivered: 2,
  completed: 3,
  cancelled: 0,
  refunded: 2,
  disputed: 2,
};

function Head({ scene, view }: Parts): ReactElement {
  const { detail, list } = wordsFor(view.loc);
  const { order, dueHours } = scene;
  const countdown = order.state === 'unshipped' ? detail.shipLeft : detail.receiveLeft;
  return (
    <section className="block">
      <ol className="next-step">
        {detail.steps.map((step, at) => (
          <li key={step} className={`next-step-item${at <= stepOf[order.state] ? ' next-step-item-finish' : ''}`}>
            {step}
          </li>
        ))}
      </ol>
      <div className={hashed('orderStatus--title', view.knobs)}>
        <span className="chc-state-label__stateText">{stateText(scene, view)}</span>
      </div>
      {dueHours === undefined || order.state === 'unpaid' ? null : (
        <p className="left">{filled(countdown, { t: shownDuration(dueHours, view.loc) })}</p>
      )}
      <p>
        <span className="label">{list.orderNo}</span>{' '}
        <span className={hashed('orderBasic--orderId', view.knobs)}>{order.id}</span>
      </p>
      <p>
        <span className="label">{list.created}</span>{' '}
        <span>{stamp(momentOn(view.now, order.orderedDay, order.id), view)}</span>
      </p>
    </section>
  );
}

/** The page of one order. Pure. `stranger` is the order of the hidden copy. */
export function OrderPage(
  props: Parts & {
    readonly state: OrderPageState;
    readonly stranger: OrderScene;
    readonly onEye: (isTrusted: boolean) => void;
  },
): ReactElement {
  const { scene, view, state } = props;
  const { detail } = wordsFor(view.loc);
  const made = useNewNodes(view);
  const { currency } = scene.order;
  const total = totalOf(scene);
  return (
    <div className="page">
      <h1>{detail.title}</h1>
      <HiddenCopy view={view}>
        <Head scene={props.stranger} view={view} />
      </HiddenCopy>
      <Depth view={view}>
        <div key={made}>
          <Head scene={scene} view={view} />
          <Address scene={scene} view={view} isOpen={state.isOpen} onEye={props.onEye} />
          <section className="block">
            <table className="order-table">
              <tbody>
                <ProductRows scene={scene} view={view} />
              </tbody>
            </table>
          </section>
          {state.hasLogistics && scene.order.tracking ? <Logistics scene={scene} view={view} /> : null}
        </div>
      </Depth>
      <section className="block">
        {[total, 0, total].map((value, at) => (
          <p key={detail.money[at]}>
            <span className="label">{detail.money[at]}</span> <span>{amountText(value, currency, view)}</span>
          </p>
        ))}
        <label className="memo">
          <span className="label">{detail.memo}</span>
          <span className="next-input next-input-textarea">
            <textarea placeholder={detail.memoHint} rows={3} />
          </span>
        </label>
      </section>
    </div>
  );
}
