import { sideBySide, translatedLoc } from '../aliexpress/translation';
import { momentBefore, type PageLoc, shownDay, shownMoment } from '../dates';
import { phraseBook } from '../kit/translate-page';
import type { PageView } from '../view';
import { marketConversations, marketWords } from './market';

/** What a translator makes of the pages of the third marketplace, and the language it makes. */
export function marketTranslation(view: PageView): {
  readonly to: PageLoc;
  readonly translate: (text: string) => string;
} {
  const to = translatedLoc(view);
  const translate = phraseBook([
    ...sideBySide(marketWords(view.loc), marketWords(to)),
    ...marketConversations.flatMap(({ messages, orderedDay }) => [
      [shownDay(view.now, orderedDay, view.loc), shownDay(view.now, orderedDay, to)] as const,
      ...messages.flatMap((message) => {
        const iso = momentBefore(view.now, message.hoursAgo);
        return [
          [message.text, to === 'en' ? message.en : message.zh] as const,
          [shownMoment(iso, view.loc), shownMoment(iso, to)] as const,
        ];
      }),
    ]),
  ]);
  return { to, translate };
}
