import { checkAmounts } from './check-amounts';
import { checkDates } from './check-dates';
import { checkOrders, checkTracking } from './check-ids';
import { checkQuantities, checkSizes } from './check-items';
import { checkLanguage } from './check-language';
import { checkName } from './check-name';
import { checkShops } from './check-shops';
import type { GuardFinding } from './guard-finding';
import { readGuardText, type GuardText } from './guard-text';
import type { GuardWords } from './guard-words';
import type { KnownFacts } from './known-facts';

/** What in a prepared reply contradicts page and record, in the order of the text. */
export const guardsIn = (text: GuardText, known: KnownFacts): readonly GuardFinding[] =>
  [
    ...checkLanguage(text.original, known),
    ...checkOrders(text, known),
    ...checkTracking(text, known),
    ...checkAmounts(text, known),
    ...checkDates(text, known),
    ...checkSizes(text, known),
    ...checkQuantities(text, known),
    ...checkName(text, known),
    ...checkShops(text, known),
  ].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));

/** Compares a reply with what page and record know; silent about everything they do not know. */
export const checkFacts = (text: string, words: GuardWords, known: KnownFacts): readonly GuardFinding[] =>
  guardsIn(readGuardText(text, words), known);
