/** One order of the demo desk, as pages of a marketplace would have shown it until today. */
import { asNew } from '../customers/clocked';
import { brandAs, type BuyerKey, type CountryCode } from '../ids';
import type { OrderState } from '../orders';
import type { OrderRow } from '../records';
import { dayAfter } from '../worklog/days';
import { isNewYearPause } from './calendar';
import { orderNumber, priceIn, type DemoShop } from './cast';
import type { DemoDesk } from './demo-desk';
import { MELTING, productBySku, productIdOf, productShares, type DemoProduct } from './products';

/** An order with what the demo knows of it beside the row. */
export interface DemoOrder {
  readonly row: OrderRow;
  readonly product: DemoProduct;
  readonly shop: DemoShop;
  readonly day: string;
  readonly country: string;
  /** Undefined while it is on its way. */
  readonly arrivedOn: string | undefined;
  readonly isPaused: boolean;
}

/** Who orders, and when. */
export interface OrderWish {
  readonly buyerKey: BuyerKey;
  readonly shop: DemoShop;
  readonly country: string;
  readonly day: string;
  readonly isWholesale: boolean;
}

const AMAZON = 'amazon';
/** Days after delivery on which AliExpress calls an order completed. */
const COMPLETED_AFTER = 7;

const skuFor = ({ dice, today }: DemoDesk, { country, day }: OrderWish): string => {
  // The batch was on offer in its country: that is why so many have it.
  const isOffer = country === MELTING.country && day >= dayAfter(today, -MELTING.sinceDays);
  return isOffer && dice.isHit(0.4) ? MELTING.sku : dice.share(productShares);
};

const waysOf = ({ dice }: DemoDesk, { shop, day }: OrderWish) => {
  const isPaused = shop.market !== AMAZON && isNewYearPause(day);
  const isAmazon = shop.market === AMAZON;
  const isOwn = !isAmazon || dice.isHit(0.3);
  const shippedOn = dayAfter(day, (isOwn ? dice.whole(1, 3) : dice.whole(0, 1)) + (isPaused ? dice.whole(8, 13) : 0));
  const isSlow = dice.isHit(isOwn ? 0.06 : 0.01);
  const travel = isAmazon ? dice.whole(1, 4) : dice.whole(9, 20);
  const arrivesOn = dayAfter(shippedOn, travel + (isSlow ? 7 : 0) + (isPaused ? 6 : 0));
  const promisedFrom = dayAfter(day, isAmazon ? 3 : 14);
  return { isPaused, isOwn, shippedOn, arrivesOn, promisedFrom, promisedOn: dayAfter(day, isAmazon ? 7 : 26) };
};

const standingOf = (
  { dice, today }: DemoDesk,
  { shop, day }: OrderWish,
  { shippedOn, arrivesOn }: { readonly shippedOn: string; readonly arrivesOn: string },
): { readonly state: OrderState; readonly stateOn: string } => {
  if (dice.isHit(0.025)) return { state: 'cancelled', stateOn: day };
  if (shippedOn > today) {
    const isUnpaid = shop.market !== AMAZON && day === today && dice.isHit(0.3);
    return { state: isUnpaid ? 'unpaid' : 'unshipped', stateOn: day };
  }
  if (arrivesOn > today) return { state: 'shipped', stateOn: shippedOn };
  const completedOn = dayAfter(arrivesOn, COMPLETED_AFTER);
  return shop.market !== AMAZON && completedOn <= today
    ? { state: 'completed', stateOn: completedOn }
    : { state: 'delivered', stateOn: arrivesOn };
};

/** In every so many orders a review is asked for, some days after they arrived. */
const reviewAsked = (desk: DemoDesk, arrivedOn: string): Pick<OrderRow, 'reviewAskedOn'> => {
  const on = dayAfter(arrivedOn, desk.dice.whole(5, 12));
  return desk.dice.isHit(0.09) && on <= desk.today ? { reviewAskedOn: on } : {};
};

/** Makes an order; what has not happened by today is not in it. */
export function makeOrder(desk: DemoDesk, wish: OrderWish): DemoOrder {
  const { dice, input, today } = desk;
  const { buyerKey, shop, country, day, isWholesale } = wish;
  const product = productBySku(skuFor(desk, wish));
  const ways = waysOf(desk, wish);
  const { isPaused, isOwn, promisedFrom, promisedOn } = ways;
  const { state, stateOn } = standingOf(desk, wish, ways);
  const isGone = state === 'cancelled';
  const shippedOn = isGone || ways.shippedOn > today ? undefined : ways.shippedOn;
  const arrivedOn = isGone || ways.arrivesOn > today ? undefined : ways.arrivesOn;
  const quantity = isWholesale ? dice.whole(10, 60) : dice.isHit(0.08) ? 2 : 1;
  const orderId = brandAs<'OrderId'>(orderNumber(dice, shop.market, dice.whole(0, 999_999)));
  const by = desk.stamp(shop.id, desk.agentOn(day).id, desk.at(stateOn));
  const row = asNew<OrderRow>({
    ...by,
    id: `${shop.id}:${orderId}`,
    orderId,
    buyerKey,
    state,
    stateOn,
    items: [
      {
        title: input.words.titles[product.sku] ?? product.sku,
        productId: productIdOf(product.sku, shop.market),
        sku: product.sku,
        quantity,
      },
    ],
    fulfilment: isOwn ? 'own' : 'marketplace',
    orderedOn: day,
    ...(shippedOn === undefined ? {} : { shippedOn }),
    ...(isGone ? {} : { promisedFrom, promisedOn }),
    ...(arrivedOn === undefined ? {} : { deliveredOn: arrivedOn }),
    country: brandAs<'CountryCode'>(country) satisfies CountryCode,
    ...(arrivedOn === undefined ? {} : reviewAsked(desk, arrivedOn)),
    amount: priceIn(product.price * quantity * (isWholesale ? 0.8 : 1), country, shop.market),
  });
  return { row, product, shop, day, country, arrivedOn, isPaused };
}
