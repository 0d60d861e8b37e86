import type { ReviewVerdict } from '@/utils/domain/reviews/verdict';
import type { Translate } from '../../ui/translate';
import { dayLabel, listLabel, momentLabel } from '../labels';

/** What a verdict is said with. */
export interface ReviewWordsContext {
  readonly t: Translate;
  readonly uiLang: string;
  /** Id of the marketplace the order is of. */
  readonly market: string;
}

/** A verdict in words. */
export interface ReviewWords {
  readonly title: string;
  readonly why: string;
  /** Until when, how old the knowledge is, and what to mind; whole sentences. */
  readonly also: readonly string[];
  /** Where the rule stands, with the day it was read there; missing where no rule decides. */
  readonly source?: string;
}

/** Reasons that read differently on each marketplace; the window also has one source for both its ends. */
const BY_MARKET: readonly string[] = ['allowed', 'tooEarly', 'tooLate'];

/** `ctx-too-early` as `tooEarly`: the catalogues name reasons by their rule. */
const reasonOf = (rule: string): string =>
  rule.replace(/^(?:ctx|review)-/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** A verdict as a person reads it: what, why, from or until when, and where that stands. */
export function reviewWords(verdict: ReviewVerdict, { t, uiLang, market }: ReviewWordsContext): ReviewWords {
  const { rule, at, missing = [], knownAt, mind = [] } = verdict;
  const day = at === undefined ? '' : dayLabel(at, uiLang);
  const reason = reasonOf(rule);
  const facts = listLabel(
    missing.map((name) => t(`reviews.missing.${name}`)),
    uiLang,
  );
  const isAllowed = verdict.verdict === 'allow';
  const sourceKey = `reviews.sources.${BY_MARKET.includes(reason) ? 'window' : reason}.${market}`;
  const source = t(sourceKey);
  return {
    title:
      verdict.verdict === 'wait' && day !== ''
        ? t('reviews.verdict.waitFrom', { day })
        : t(`reviews.verdict.${verdict.verdict}`),
    why: t(`reviews.why.${reason}${BY_MARKET.includes(reason) ? `.${market}` : ''}`, { facts }),
    also: [
      ...(isAllowed && day !== '' ? [t('reviews.until', { day })] : []),
      ...(knownAt === undefined ? [] : [t('reviews.knownAt', { time: momentLabel(knownAt, uiLang) })]),
      ...(mind.includes('ctx-de-consent') ? [t('reviews.mind.deConsent')] : []),
    ],
    // Not every rule has a page of the marketplace behind it.
    ...(source === sourceKey ? {} : { source: t('reviews.source', { source }) }),
  };
}
