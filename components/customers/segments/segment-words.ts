import type { BuyerFact, SegmentCondition, SegmentRule } from '@/utils/domain/customers/segment';
import type { Translate } from '../../ui/translate';

/** What a fact is called. */
export const factLabel = (t: Translate, fact: BuyerFact): string => t(`buyers.fact.${fact}`);

/** A rule of the desk's own, which nobody ships. */
export const isOwn = (rule: SegmentRule, shipped: readonly SegmentRule[]): boolean =>
  !shipped.some(({ id }) => id === rule.id);

/** A condition as somebody begins one. */
export const firstCondition: SegmentCondition = { fact: 'orders', is: 'at-least', value: 2 };

/** An id for a segment of the desk's own. */
export const newSegmentId = (): string => `own-${crypto.randomUUID().slice(0, 8)}`;
