import { type PageLoc, shownDate, shownDay, shownMoment, momentBefore } from '../dates';
import { phraseBook } from '../kit/translate-page';
import { pageLabels } from '../labels';
import { amazonThread, amazonThreadKeys } from '../threads';
import type { PageView } from '../view';
import { reviews } from './events';
import { eventWords } from './event-words';
import { orderWords } from './order-words';
import { reviewWords } from './review-words';
import { threadWords } from './thread-words';

/** The language a page is translated to: Chinese, and a Chinese page to English. */
export function translationLoc(view: PageView): PageLoc {
  return view.loc === 'zh_CN' ? 'en' : 'zh_CN';
}

type Nested = string | readonly Nested[] | { readonly [key: string]: Nested };

/** Every text of two equally built trees, side by side. */
function* sideBySide(from: Nested, to: Nested): Generator<readonly [string, string]> {
  if (typeof from === 'string') {
    if (typeof to === 'string') yield [from, to];
    return;
  }
  const other = to as Readonly<Record<string, Nested>>;
  for (const [key, value] of Object.entries(from)) yield* sideBySide(value, other[key] ?? '');
}

function* days(view: PageView, to: PageLoc): Generator<readonly [string, string]> {
  for (let day = -80; day <= 40; day += 1) {
    yield [shownDay(view.now, day, view.loc), shownDay(view.now, day, to)];
    yield [shownDate(view.now, day, view.loc), shownDate(view.now, day, to)];
  }
  const { rangeTo } = orderWords(view.loc);
  for (let first = -60; first <= 30; first += 1) {
    for (let last = first; last <= first + 6; last += 1) {
      const range = (loc: PageLoc, sign: string): string =>
        `${shownDay(view.now, first, loc)} ${sign} ${shownDay(view.now, last, loc)}`;
      yield [range(view.loc, rangeTo), range(to, orderWords(to).rangeTo)];
    }
  }
}

// What becomes of a message the fixtures have no translation of.
const standIn = {
  en: 'Hello, thank you, we will look into it.',
  zh_CN: '您好，感谢您的来信，我们会尽快处理。',
} as const;

function* conversations(view: PageView, to: PageLoc): Generator<readonly [string, string]> {
  for (const { messages } of amazonThreadKeys.map(amazonThread)) {
    for (const { text, lang, zh, en, hoursAgo } of messages) {
      const isAlready = to.startsWith(lang);
      if (text.trim() !== '' && !isAlready) yield [text, to === 'en' ? (en ?? standIn.en) : (zh ?? standIn.zh_CN)];
      const moment = (loc: PageLoc): string => shownMoment(momentBefore(view.now, hoursAgo), loc);
      yield [moment(view.loc), moment(to)];
      const answered = (loc: PageLoc): string => `${pageLabels[loc].lastResponse} ${moment(loc)}`;
      yield [answered(view.loc), answered(to)];
    }
  }
  // Names stay what they are, also where one was the last line of a message.
  for (const { buyer } of amazonThreadKeys.map(amazonThread)) yield [buyer.name, buyer.name];
}

/** What a browser makes of the texts of an Amazon page: labels, dates and messages; names and products stay. */
export function amazonTranslation(view: PageView): (text: string) => string {
  const to = translationLoc(view);
  const pairs: (readonly [string, string])[] = [
    ...sideBySide(pageLabels[view.loc] as unknown as Nested, pageLabels[to] as unknown as Nested),
    ...[orderWords, eventWords, reviewWords, threadWords].flatMap((words) => [
      ...sideBySide(words(view.loc), words(to)),
    ]),
    ...days(view, to),
    ...conversations(view, to),
    ...reviews.map(({ name, day }): readonly [string, string] => {
      const by = (loc: PageLoc): string =>
        eventWords(loc)
          .reviewBy.replace('{name}', name)
          .replace('{date}', shownDate(view.now, day, loc));
      return [by(view.loc), by(to)];
    }),
  ];
  return phraseBook(pairs);
}
