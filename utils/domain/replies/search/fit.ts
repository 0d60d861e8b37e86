import type { Direction } from '../../compliance/input';
import type { MarketId } from '../../ids';
import type { Fulfilment, OrderFacts, OrderState } from '../../orders';
import type { Facts } from '../draft';
import { holds } from '../facts';
import type { ReplyTemplate, TemplateBlock } from '../template';

/** What a reply would be for. */
export interface Situation {
  readonly direction: Direction;
  readonly marketplace: MarketId;
  readonly order: OrderFacts | null;
  /** On contact pages: the chosen contact reason. */
  readonly contactReason?: string | undefined;
  /** From `factsFrom`. */
  readonly facts: Facts;
}

/** Why a reply is not for this conversation; what it is for. */
export type Misfit =
  | { readonly kind: 'marketplace'; readonly marketplaces: readonly string[] }
  | { readonly kind: 'order-state'; readonly states: readonly OrderState[] }
  | { readonly kind: 'fulfilment'; readonly fulfilment: Fulfilment }
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'contact-reason' | 'other-shop' }
  | { readonly kind: 'repeated' | 'first-contact' | 'overdue' | 'in-time' | 'no-order' }
  /** Of a sentence: it is written for something that is not so here. */
  | { readonly kind: 'condition' };

/** The first reason why a template is not for this situation; null when it fits, or nothing is known against it. */
export function misfitOf({ kind, scope }: ReplyTemplate, situation: Situation): Misfit | null {
  const { order, facts, marketplace, contactReason, direction } = situation;
  const { marketplaces, orderStates, fulfilment, repeated, overdue, contactReasons, noOrder, shops } = scope;
  if (marketplaces && !marketplaces.includes(marketplace)) return { kind: 'marketplace', marketplaces };
  if (kind !== direction) return { kind: 'direction', direction: kind };
  if (orderStates && order?.state && !orderStates.includes(order.state))
    return { kind: 'order-state', states: orderStates };
  if (fulfilment && order?.fulfilment && order.fulfilment !== fulfilment) return { kind: 'fulfilment', fulfilment };
  if (repeated !== undefined && repeated !== (facts['repeated'] !== undefined))
    return { kind: repeated ? 'repeated' : 'first-contact' };
  if (overdue !== undefined && order && overdue !== (facts['overdue'] !== undefined))
    return { kind: overdue ? 'overdue' : 'in-time' };
  const shop = facts['shopId']?.value;
  if (shops && shop !== undefined && !shops.includes(shop)) return { kind: 'other-shop' };
  if (noOrder && order) return { kind: 'no-order' };
  if (contactReasons && contactReason && !contactReasons.includes(contactReason)) return { kind: 'contact-reason' };
  return null;
}

/** The same for one sentence, which may be written for one side of a pair only. */
export const sentenceMisfit = (template: ReplyTemplate, block: TemplateBlock, situation: Situation): Misfit | null =>
  misfitOf(template, situation) ?? (block.when && !holds(block.when, situation.facts) ? { kind: 'condition' } : null);
