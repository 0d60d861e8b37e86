import { check } from '../domain/compliance/engine';
import type { CheckInput } from '../domain/compliance/input';
import type { Lang } from '../domain/ids';
import type { Instant, MarketId } from '../domain/ids';
import { ruleMarket } from '../domain/other-market';
import type { Draft, Suggestion } from '../domain/replies/draft';
import type { DraftCheck, ThreadRequest } from './api';
import type { Checker } from './catalogue';

/** What stands in a draft already; open places are asked for anyway and are no finding of the check. */
const closedText = ({ blocks }: Draft): string =>
  blocks
    .map(({ before, segments }) => before + segments.map((part) => (part.kind === 'text' ? part.text : '')).join(''))
    .join('');

/** What the check knows of a conversation beside the text. */
export const draftContext = (
  market: MarketId,
  { direction, order }: Pick<ThreadRequest, 'direction' | 'order'>,
  now: Instant,
): Omit<CheckInput, 'text' | 'lang'> => ({
  marketplace: ruleMarket(market),
  direction,
  now,
  ...(order ? { order: { id: order.orderId, ...(order.state ? { state: order.state } : {}) } } : {}),
});

/** Checks every suggestion in the rules of its own language, so that a card can say it before it is inserted. */
export const checkDrafts = (
  suggestions: readonly Suggestion[],
  context: Omit<CheckInput, 'text' | 'lang'>,
  rules: { readonly checker: (lang: Lang) => Promise<Checker> },
): Promise<readonly DraftCheck[]> =>
  Promise.all(
    suggestions.map(async ({ draft }) => {
      const { compiled, coverage } = await rules.checker(draft.lang);
      const findings = check({ ...context, text: closedText(draft), lang: draft.lang }, compiled);
      return { issues: findings.length, coverage };
    }),
  );
