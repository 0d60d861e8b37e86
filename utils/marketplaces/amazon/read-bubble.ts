import { allBelow, wordsOf } from '../../page/blocks';
import { splitTranslation } from '../../page/inline-translation';
import { onceInReading } from '../../page/share-reads';
import { exactTime, isTimeStamp } from '../../page/shown-date';
import { isVisible } from '../../page/visible';
import { QUOTE_INTRO, RELAY_ADDRESS, SHOW_ORIGINAL, TRANSLATED_BY } from './locale';
import { katalText, pageLang } from './page';

/** What one bubble says, apart from who says it. */
export interface BubbleText {
  readonly text: string;
  readonly platformTranslation?: { readonly text: string; readonly by: string };
  readonly shownTime?: string;
  readonly at?: string;
  /** The label above or before the text. */
  readonly sender?: string;
}

/** What can be pressed or filled in; never part of a message. */
export const CONTROL =
  'button,[role="button"],kat-button,kat-link:not([href]),input,textarea,kat-textarea,kat-icon,img';
const SENDER_WORDS = ['sender', 'author', 'from', 'name', 'who'];
/** More parts than any bubble has; keeps a wrong block cheap. */
const MAX_PARTS = 400;
const ASIDE_WORDS = ['attachment', 'attachments', 'quote', 'quoted', 'relay', 'receipt'];

const textIn = (element: Element): string => (element.textContent ?? '').trim();
const isLeaf = (element: Element): boolean => element.childElementCount === 0 && !element.shadowRoot;

/** The class words of an element; a bubble is asked for them four times over. */
const wordsAbout = (element: Element): readonly string[] => onceInReading(element, 'words', () => wordsOf(element));

const hasWord = (element: Element, words: readonly string[]): boolean =>
  wordsAbout(element).some((word) => words.includes(word));

const isTranslated = (element: Element): boolean => wordsAbout(element).some((word) => word.startsWith('transl'));

/** Cuts the mail a buyer's mail program has quoted, and lines that only carry a relay address. */
export function cutQuoted(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => !RELAY_ADDRESS.test(line) || line.replace(RELAY_ADDRESS, '').length > 60);
  const intro = lines.findIndex((line) => QUOTE_INTRO.test(line.trim()));
  const own = intro > 0 && lines.slice(0, intro).some((line) => line.trim() !== '') ? lines.slice(0, intro) : lines;
  return own
    .filter((line) => !line.startsWith('>') && !QUOTE_INTRO.test(line.trim()))
    .join('\n')
    .trim();
}

interface Parts {
  readonly original: string;
  readonly translation: string;
}

/** An element that holds text itself, at most broken by line breaks. */
const isTextLeaf = (element: Element): boolean =>
  !element.shadowRoot &&
  [...element.children].every(({ localName }) => /^(br|a|b|i|em|strong|wbr)$/.test(localName)) &&
  textIn(element).length > 1;

const isOriginal = (element: Element): boolean => hasWord(element, ['original']) && !isTranslated(element);

/** By class words: the buyer's own text and the translation each in an element of their own. */
function markedTranslation(texts: readonly Element[], textOf: (element: Element) => string): Parts | undefined {
  const translated = texts.filter(isTranslated);
  const original = translated.length > 0 ? texts.find(isOriginal) : undefined;
  const translation = translated.find((element) => !(original && element.contains(original)));
  return translation && { original: original ? textOf(original) : '', translation: textOf(translation) };
}

/** By a switch: one of two texts is hidden, and the label of the switch says which one is the original. */
function switchedTranslation(
  texts: readonly Element[],
  labels: readonly string[],
  textOf: (element: Element) => string,
): Parts | undefined {
  const label = labels.find(
    (words) => SHOW_ORIGINAL.test(words) || TRANSLATED_BY.test(words) || /translat/i.test(words),
  );
  if (!label) return undefined;
  const leaves = texts.filter(isTextLeaf);
  const hidden = leaves.filter((element) => !isVisible(element));
  const shown = leaves.find((element) => isVisible(element) && element.localName === hidden[0]?.localName);
  if (hidden.length !== 1 || !shown) return undefined;
  const [own, other] = SHOW_ORIGINAL.test(label) ? [hidden[0]!, shown] : [shown, hidden[0]!];
  return { original: textOf(own), translation: textOf(other) };
}

/** In one text: original, translation and, as the last line, who translated. */
function inlineTranslation(text: string): (Parts & { readonly by: string }) | undefined {
  const lines = text.split('\n');
  const by = lines.findLastIndex(isTranslationLabel);
  const split = by < 0 ? undefined : splitTranslation(lines.slice(0, by));
  return split && { ...split, by: lines[by]!.trim() };
}

const isTranslationLabel = (text: string): boolean => text.length <= 60 && TRANSLATED_BY.test(text);

/** Reads the text, the times and the sender label of one bubble. */
export function readBubble(block: Element): BubbleText {
  const lang = pageLang(block.ownerDocument);
  const inner = allBelow(block, MAX_PARTS);
  const stamps = new Set(inner.filter((element) => isLeaf(element) && isTimeStamp(textIn(element), lang)));
  const time = [block, ...inner].find(({ localName }) => localName === 'time');
  const [stamp] = stamps;
  const shownTime = time ? textIn(time) : stamp && textIn(stamp);
  const sender = inner.find(
    (element) =>
      isLeaf(element) &&
      hasWord(element, SENDER_WORDS) &&
      textIn(element).length <= 80 &&
      textIn(element) !== '' &&
      !stamps.has(element),
  );
  const label = inner.find(
    (element) => isTextLeaf(element) && isTranslationLabel(textIn(element)) && !element.matches(CONTROL),
  );
  const asides = new Set(
    inner.filter(
      (element) =>
        element === sender ||
        element === label ||
        stamps.has(element) ||
        element.matches(`time,blockquote,${CONTROL}`) ||
        hasWord(element, ASIDE_WORDS),
    ),
  );
  const textOf = (element: Element): string =>
    katalText(element, { hidden: 'keep', skip: (part) => part !== element && asides.has(part) });
  const texts = inner.filter((element) => ![...asides].some((aside) => aside.contains(element)));
  const controls = inner
    .filter((element) => element.matches(CONTROL) && isVisible(element))
    .map((element) => katalText(element));
  const translated = new Set(inner.filter(isTranslated));
  const marked = markedTranslation(texts, textOf) ?? switchedTranslation(texts, controls, textOf);
  const plain = katalText(block, { skip: (part) => asides.has(part) || translated.has(part) });
  const mayBeInline = !marked && (label || translated.size > 0 || TRANSLATED_BY.test(plain));
  const inline = mayBeInline
    ? inlineTranslation(katalText(block, { skip: (part) => part !== label && asides.has(part) }))
    : undefined;
  const parts = marked ?? inline;
  const by = inline ? inline.by : label ? textIn(label) : 'Amazon';
  return {
    text: cutQuoted(parts?.original || plain),
    ...(parts?.translation && {
      platformTranslation: { text: cutQuoted(parts.translation), by: by.replace(/^translated by\s+/i, '') },
    }),
    ...(shownTime && { shownTime }),
    ...exactTime(time),
    ...(sender && { sender: textIn(sender) }),
  };
}
