import { documentLang, firstLanguage } from './first-language';
import { onceInReading } from './share-reads';

/**
 * Elements that translator extensions put beside the page's own text, by the stems of their classes, tags and marks.
 * `notranslate` alone is no sign: pages use it themselves, to keep product codes as they are.
 *
 * Source: pages saved with these extensions switched on, in public repositories; looked at 2026-11-22.
 */
const TRANSLATOR_STEM =
  /immersive-translate-target|immersive-translate-translation|read-frog-translated|kiss-translator|fluent-?read|trancy|relingo|sc-translator|openai-translator|mate-translate/i;

/** Marks the Edge translator leaves on what it has exchanged. */
const EDGE_MARKS = '[_msttexthash],[_mstmutation],[_istranslated]';

/** Whether a translator extension has added this element: what it says was not written by the buyer. */
export function isTranslatorNode(element: Element): boolean {
  const classes = element.getAttribute('class');
  if (classes && TRANSLATOR_STEM.test(classes)) return true;
  if (element.localName.includes('-') && TRANSLATOR_STEM.test(element.localName)) return true;
  return element.hasAttribute('data-immersive-translate-translation-element-mark');
}

/** What browsers wrap around text they have exchanged; it means nothing for the structure of a page. */
const isWrapper = ({ localName }: Element): boolean => localName === 'font';

/** Whether an element holds text and nothing else, apart from what a translating browser wraps around it. */
export const holdsOnlyText = (element: Element): boolean =>
  !element.shadowRoot && [...element.children].every((child) => isWrapper(child) && holdsOnlyText(child));

/**
 * Firefox exchanges the text nodes and, without any other mark, the language of the document. Pages are loaded anew when
 * the seller changes their language, so a language that changes within one document is not the page's doing.
 */
function hasChangedLanguage(doc: Document): boolean {
  const first = firstLanguage(doc);
  return first !== '' && documentLang(doc) !== first;
}

/**
 * Whether the browser has exchanged the words of this page by a machine translation. The original is then nowhere in the
 * document, so nothing may be concluded from the language of its text. Call it early once: Firefox is noticed by a change.
 */
export const isPageTranslated = (doc: Document): boolean =>
  onceInReading(doc, 'translated', () => {
    const { classList } = doc.documentElement;
    // Chrome and everything built on Google's translator says so on the root.
    if (classList.contains('translated-ltr') || classList.contains('translated-rtl')) return true;
    return hasChangedLanguage(doc) || doc.querySelector(EDGE_MARKS) !== null;
  });

/** Whether an element shows a translator's text and none of its own: the original was hidden or taken out. */
export function showsOnlyTranslation(element: Element, ownText: string): boolean {
  return ownText.trim() === '' && [...element.querySelectorAll('*')].some((part) => isTranslatorNode(part));
}
