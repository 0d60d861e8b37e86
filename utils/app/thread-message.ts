import { conversionTables } from '../catalog/conversion-tables';
import type { Conversion } from '../domain/convert/conversion';
import { findConversions } from '../domain/convert/find-conversions';
import type { Lang } from '../domain/ids';
import { findAsked } from '../domain/products/find-asked';
import type { IntentReading } from '../domain/replies/intents';
import { readIntents } from '../domain/replies/read-intents';
import { detectLanguage } from '../domain/text/detect';
import type { ThreadRequest, ThreadView } from './api';
import type { ReplyShelf } from './catalogue';
import type { ItemCards } from './products';

type BuyerLang = ThreadView['buyerLang'];

/** The buyer's own words decide; what the page says and what was written before stand in where they are too few. */
export function buyerLanguage(request: ThreadRequest, recorded: Lang | undefined): BuyerLang {
  const hints = {
    ...(request.country ? { prior: request.country } : {}),
    ...(request.buyerLang ? { pageSays: request.buyerLang } : {}),
  };
  // What a translation is written in says nothing of the buyer; country and marketplace are all there is to guess from.
  const found = detectLanguage(request.isTranslated ? '' : (request.lastMessage?.text ?? ''), hints);
  if (found.sure && request.lastMessage) return { lang: found.lang, sure: true, from: 'text' };
  if (request.buyerLang) return { lang: request.buyerLang, sure: true, from: 'page' };
  if (recorded) return { lang: recorded, sure: true, from: 'record' };
  return { lang: found.lang, sure: false, from: request.isTranslated ? 'translated' : 'market' };
}

/** Language of the text itself: the buyer's, or the one the page was translated into. */
export const textLanguage = ({ isTranslated, lastMessage }: ThreadRequest, buyerLang: Lang): Lang =>
  isTranslated && lastMessage ? detectLanguage(lastMessage.text).lang : buyerLang;

/** Cards of the order are shown up to here; an order of more kinds of goods is answered from the dashboard. */
const MOST_CARDS = 5;

/** Cards of the items, each once. */
export const shownCards = (items: readonly ItemCards[]): ThreadView['products'] =>
  [...new Map(items.flatMap(({ cards }) => cards).map((card) => [card.id, card])).values()].slice(0, MOST_CARDS);

/** What the message asks to be converted, worded for a reply in one language. */
export const converter = (request: ThreadRequest, lang: Lang, items: readonly ItemCards[]) => {
  const text = request.lastMessage?.text;
  if (text === undefined) return (): readonly Conversion[] => [];
  const product = findAsked(text, items);
  const known = {
    ...(request.country ? { buyerCountry: request.country } : {}),
    ...(product ? { product } : {}),
  };
  const said = { lang: textLanguage(request, lang), ...known };
  return (replyLang: Lang) => findConversions(text, { ...said, replyLang }, conversionTables);
};

/** A translation still says what the buyer wants, but not surely: nothing is chosen for the agent. */
export function readMessage(
  request: ThreadRequest,
  { model, cues }: ReplyShelf,
  langs: { readonly lang: Lang; readonly agentLang: Lang },
): IntentReading {
  const text = request.lastMessage?.text ?? '';
  const reading = readIntents(model, cues, text, { ...langs, lang: textLanguage(request, langs.lang) });
  return request.isTranslated ? { ...reading, sure: false } : reading;
}
