import { labelOr } from '../content/labels';
import type { Translate } from '../ui/translate';

/** What people call a marketplace of a rule; `any` is every place that has no rules of its own. */
export const placeLabel = (t: Translate, market: string): string =>
  market === 'any' ? t('rules.market.any') : labelOr(t, `common.market.${market}`, market);
