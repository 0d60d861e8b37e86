import type { BuyerAlias, Thread } from './contract';

/** Names under which the buyer's record can be found; a display name alone identifies nobody. */
export function aliasesOf({ orderId, caseId, buyerId, buyerName }: Thread): readonly BuyerAlias[] {
  return [
    ...(orderId ? [{ kind: 'order', value: orderId, strong: true } as const] : []),
    ...(caseId ? [{ kind: 'case', value: caseId, strong: true } as const] : []),
    ...(buyerId ? [{ kind: 'buyer', value: buyerId, strong: true } as const] : []),
    ...(buyerName ? [{ kind: 'display-name', value: buyerName, strong: false } as const] : []),
  ];
}
