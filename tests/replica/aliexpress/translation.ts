import { momentBefore, type PageLoc, shownDay, shownMoment } from '../dates';
import { phraseBook } from '../kit/translate-page';
import { aliexpressThread, aliexpressThreadKeys } from '../threads';
import type { PageView } from '../view';
import { aliexpressDisputeKeys, aliexpressFeedbackKeys, allOrders, dispute, feedback } from './records';
import { countryName, filled, shownDuration, wordsFor } from './words';

type Pair = readonly [original: string, translated: string];
type Nested = string | readonly Nested[] | { readonly [key: string]: Nested };

/** The language a page is translated to: Chinese, and a Chinese page to English. */
export function translatedLoc({ loc }: Pick<PageView, 'loc'>): PageLoc {
  return loc === 'zh_CN' ? 'en' : 'zh_CN';
}

/** Every text of two equally built trees, side by side. */
export function* sideBySide(from: Nested, to: Nested): Generator<Pair> {
  if (typeof from === 'string') {
    if (typeof to === 'string') yield [from, to];
    return;
  }
  const other = to as Readonly<Record<string, Nested>>;
  for (const [key, value] of Object.entries(from)) yield* sideBySide(value, other[key] ?? '');
}

interface Said {
  readonly text: string;
  readonly en?: string;
  readonly zh?: string;
}

function* said(all: readonly Said[], to: PageLoc): Generator<Pair> {
  for (const { text, en, zh } of all) {
    const translated = to === 'en' ? en : (zh ?? en);
    if (text !== '' && translated !== undefined) yield [text, translated];
  }
}

function* timesLeft(loc: PageLoc, to: PageLoc): Generator<Pair> {
  const hours = new Set([
    ...allOrders({}).map(({ dueHours }) => dueHours),
    ...aliexpressDisputeKeys.map((key) => dispute(key).dueHours),
  ]);
  for (const each of hours) {
    if (each === undefined) continue;
    const sentences = (in_: PageLoc): readonly string[] => {
      const { left, detail } = wordsFor(in_);
      const t = shownDuration(each, in_);
      return [left, detail.shipLeft, detail.receiveLeft].map((sentence) => filled(sentence, { t }));
    };
    yield* sideBySide(sentences(loc), sentences(to));
  }
}

function* moments(view: PageView, to: PageLoc): Generator<Pair> {
  for (const { messages } of aliexpressThreadKeys.map(aliexpressThread)) {
    for (const { hoursAgo } of messages) {
      const iso = momentBefore(view.now, hoursAgo);
      yield [shownMoment(iso, view.loc), shownMoment(iso, to)];
    }
  }
  for (let day = -100; day <= 0; day += 1) yield [shownDay(view.now, day, view.loc), shownDay(view.now, day, to)];
}

/** What a translator makes of the texts of an AliExpress page: labels, countries, dates and what was written. */
export function aliexpressTranslation(view: PageView): (text: string) => string {
  const to = translatedLoc(view);
  const countries = new Set(allOrders({}).map(({ order }) => order.country));
  const written: readonly Said[] = [
    ...aliexpressThreadKeys.flatMap((key) => aliexpressThread(key).messages),
    ...aliexpressFeedbackKeys.map(feedback),
    ...aliexpressDisputeKeys.flatMap((key) => dispute(key).solutions.map((step) => ({ ...step, text: step.note }))),
  ];
  return phraseBook([
    ...sideBySide(wordsFor(view.loc), wordsFor(to)),
    ...[...countries].map((code): Pair => [countryName(code, view.loc), countryName(code, to)]),
    ...timesLeft(view.loc, to),
    ...moments(view, to),
    ...said(written, to),
  ]);
}
