import { brandAs, type OrderId } from '../../domain/ids';
import { allBelow } from '../../page/blocks';
import { composedText } from '../../page/composed-text';
import { found, lacking, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import { exactTime, isTimeStamp } from '../../page/shown-date';
import { composedParent, isVisible } from '../../page/visible';
import type { Bubble } from '../contract';
import { shownAmount } from '../shown-amount';
import { BUYER_LABEL, ORDER_LABEL } from './locale';
import { sideNamed } from './locale-dispute';
import { chatScope, isLeaf, ORDER_ID, pageLang, textIn, type ChatPage } from './page';
import type { PlacedBubble } from './read-bubbles';
import { labelledValues } from './read-labelled';

const MAX_ELEMENTS = 6_000;
const MAX_NAME = 80;
/** What no step of a dispute holds: headings, fields, buttons' forms. */
const FURNITURE = 'h1,h2,h3,h4,form,textarea,[contenteditable="true"],nav,[role="tablist"]';

/** The course of one dispute with what the page says about it. */
export interface Dispute {
  /** The page's own id of it; of the order where the address names none. */
  readonly id: string;
  readonly bubbles: readonly PlacedBubble[];
  readonly orderId?: OrderId;
  readonly buyerName?: string;
}

interface Step {
  readonly element: Element;
  readonly stamp: Element;
  readonly label: Element;
  readonly side: Bubble['side'];
}

/** Texts of the page's main part that are on screen, outside dialogs. */
function shownTexts({ doc, fields }: ChatPage): readonly Element[] {
  const root = doc.querySelector('main') ?? doc.body;
  const css = fields.disputeStep.map(({ css: each }) => each).join(',');
  const inRoots = root.querySelector(css) ? [] : chatScope(root).all(css);
  return [...new Set([root, ...inRoots].flatMap((each) => allBelow(each, MAX_ELEMENTS)))].filter(
    (element) => isLeaf(element) && textIn(element) !== '' && isVisible(element) && !element.closest('[role="dialog"]'),
  );
}

/** The step around a time: as far as neither another time nor anything else of the page begins. */
function stepAround(stamp: Element, stamps: ReadonlySet<Element>, isFact: (element: Element) => boolean): Element {
  let step = stamp;
  for (let parent = composedParent(step); parent && !parent.matches('main,body'); parent = composedParent(step)) {
    const inside = allBelow(parent, 400);
    if (inside.some((each) => (each !== stamp && stamps.has(each)) || isFact(each)) || parent.querySelector(FURNITURE))
      break;
    step = parent;
    if (step.localName === 'li') break;
  }
  return step;
}

/** Steps of the course: each has a time and a word for whose it is. */
function stepsIn(leaves: readonly Element[], lang: string): readonly Step[] {
  const stamps = new Set(leaves.filter((leaf) => isTimeStamp(textIn(leaf), lang)));
  const isFact = (element: Element): boolean => isLeaf(element) && ORDER_ID.test(textIn(element));
  return [...stamps].flatMap((stamp): readonly Step[] => {
    const element = stepAround(stamp, stamps, isFact);
    const label = leaves.find((leaf) => leaf !== stamp && element.contains(leaf) && sideNamed(textIn(leaf)));
    const side = label && sideNamed(textIn(label));
    return label && side ? [{ element, stamp, label, side }] : [];
  });
}

/** What somebody wrote in a step; nothing where only an offer was made. */
function textOf({ element, stamp, label }: Step, { fields, doc }: ChatPage): string {
  const lang = pageLang(doc);
  for (const { css } of fields.disputeWords) {
    const words = element.querySelector(css);
    if (words && textIn(words) !== '') return composedText(words);
  }
  const lines = composedText(element, { skip: (part) => part === stamp || part === label || part.matches('button') })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isTimeStamp(line, lang));
  // The first line names the kind of offer, with its amount or alone; what was written stands below it.
  const [offer = '', ...written] = lines;
  const isOffer = offer.split(/\s+/).some((_, at, words) => shownAmount(words.slice(at).join(' ')) !== undefined);
  return isOffer || (written.length > 0 && offer.length <= 40) ? written.join('\n') : lines.join('\n');
}

/** Reads the page of one dispute as a conversation. */
export function readDispute(page: ChatPage, url: URL): Field<Dispute> {
  const leaves = shownTexts(page);
  const lang = pageLang(page.doc);
  const steps = stepsIn(leaves, lang);
  const bubbles = steps
    .map((step): PlacedBubble => {
      const { element, stamp, side } = step;
      return { element, side, text: textOf(step, page), shownTime: textIn(stamp), ...exactTime(stamp) };
    })
    .filter(({ text }) => text !== '');
  if (steps.length === 0) return lacking('missing', 'bubbles');
  const facts = leaves.filter((leaf) => !steps.some(({ element }) => element.contains(leaf)));
  const ids = new Set(labelledValues(facts, ORDER_LABEL).filter((text) => ORDER_ID.test(text)));
  const wanted = queryValue(url, 'orderId') ?? queryValue(url, 'tradeOrderId');
  const [order] = ids;
  if (ids.size > 1 || (wanted !== undefined && order !== undefined && order !== wanted))
    return lacking('disagree', 'orderId');
  const shown = page.fields.disputeBuyer.flatMap(({ css }) => chatScope(page.doc).light(css)).map(textIn);
  const buyerName = [...shown, ...labelledValues(facts, BUYER_LABEL)].find(
    (name) => name !== '' && name.length <= MAX_NAME && !name.includes('*'),
  );
  const id =
    queryValue(url, 'reverseOrderLineId') ?? queryValue(url, 'disputeId') ?? queryValue(url, 'issueId') ?? order;
  if (!id) return lacking('missing', 'caseId');
  return found(
    { id, bubbles, ...(order && { orderId: brandAs<'OrderId'>(order) }), ...(buyerName && { buyerName }) },
    0,
    page.doc.querySelector(page.fields.disputeStep[0]?.css ?? ':not(*)') ? 'structure' : 'semantic',
  );
}
